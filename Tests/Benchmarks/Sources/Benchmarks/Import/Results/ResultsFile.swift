import Foundation

/// Runs as lines of JSON, each of them added when the run has ended, so that what ends a session loses no earlier one.
struct ResultsFile {
    let path: String

    /// All runs, in the order of time.
    func runs() throws -> [ImportRun] {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw BenchmarkFailure(description: "\(path) cannot be read")
        }
        return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
            index, line in
            guard !line.isEmpty else { return nil }
            if let run = try? JSONDecoder().decode(ImportRun.self, from: Data(line.utf8)) { return run }
            // The session may have ended within it.
            Notice.say("\(path): line \(index + 1) is no run, and is left out")
            return nil
        }
    }

    /// How many rounds of these contenders there are.
    func rounds(of contenders: [ContenderName], records: Int) throws -> Int {
        guard FileManager.default.fileExists(atPath: path) else { return 0 }
        let runs = try runs().filter { $0.records == records }
        return contenders.map { name in runs.count { $0.contender == name } }.max() ?? 0
    }

    func append(_ run: ImportRun) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let line = [UInt8](try encoder.encode(run)) + [0x0A]
        guard let file = fopen(path, "a+b") else { throw failure }
        defer { fclose(file) }
        // What a session that ended within a line has left stays a line of its own.
        let bytes = Self.endsWithinLine(file) ? [0x0A] + line : line
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count, fflush(file) == 0 else { throw failure }
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: path)
    }

    private var failure: BenchmarkFailure {
        BenchmarkFailure(description: "\(path) cannot be added to: \(String(cString: strerror(errno)))")
    }

    private static func endsWithinLine(_ file: UnsafeMutablePointer<FILE>) -> Bool {
        guard fseek(file, -1, SEEK_END) == 0 else { return false }
        let last = getc(file)
        // Between reading and writing a place has to be set.
        fseek(file, 0, SEEK_END)
        return last != 0x0A
    }
}
