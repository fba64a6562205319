import Glibc

/// A listing dump of any size from invented words: ten years, newest first.
enum InventedListing {
    /// Writes a dump of so many records. The same number and seed give the same bytes.
    static func write(records: Int, seed: Int = 1, to path: String) throws {
        guard let file = fopen(path, "w") else { throw Failure(path: path) }
        defer { fclose(file) }
        var random = SplitMix64(seed: UInt64(seed))
        let words = InventedWords(count: 30_000, &random)
        var isWritten = put(" date 2025-10-10 Lead of the DayLead of the Day\n", file)
        for number in 0..<records {
            isWritten = isWritten && put(record(number, of: records, words, &random), file)
        }
        guard isWritten, fflush(file) == 0 else { throw Failure(path: path) }
    }

    /// What the system says went wrong.
    struct Failure: Error, CustomStringConvertible {
        let description: String

        init(path: String) {
            description = "\(path) could not be written: \(String(cString: strerror(errno)))"
        }
    }

    private static func record(
        _ number: Int, of records: Int, _ words: InventedWords, _ random: inout SplitMix64
    ) -> String {
        let headline = words.text(Int.random(in: 6...10, using: &random), &random)
        let paragraphs = (0..<Int.random(in: 3...8, using: &random)).map { _ in
            words.text(Int.random(in: 20...60, using: &random), &random) + ".\n"
        }
        // The number makes each headline another one.
        return """
            \(stamp(minutesAgo: number * (3650 * 1440 / max(records, 1)))) \(Int.random(in: 900...200_000, using: &random))
            \(headline.prefix(1).uppercased())\(headline.dropFirst()) \(number)
            \(paragraphs.joined())
            """
    }

    private static func stamp(minutesAgo: Int) -> String {
        let newest = 1_760_000_000
        var seconds = time_t(newest - minutesAgo * 60)
        var time = tm()
        gmtime_r(&seconds, &time)
        let day = "\(padded(time.tm_mday)).\(padded(time.tm_mon + 1)).\(1900 + time.tm_year)"
        return "\(day), \(padded(time.tm_hour)):\(padded(time.tm_min))"
    }

    private static func padded(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func put(_ text: String, _ file: UnsafeMutablePointer<FILE>) -> Bool {
        fputs(text, file) >= 0
    }
}
