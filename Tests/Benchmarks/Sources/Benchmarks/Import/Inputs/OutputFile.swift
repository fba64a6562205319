import Glibc

/// A file that is written from its beginning.
final class OutputFile {
    private let path: String
    private let file: UnsafeMutablePointer<FILE>

    /// Hands over a new file, which is whole afterwards.
    static func with(_ path: String, _ write: (OutputFile) throws -> Void) throws {
        let output = try OutputFile(path)
        try write(output)
        guard fflush(output.file) == 0 else { throw output.failure }
    }

    private init(_ path: String) throws {
        guard let file = fopen(path, "wb") else {
            throw BenchmarkFailure(description: "\(path) cannot be made: \(String(cString: strerror(errno)))")
        }
        self.path = path
        self.file = file
    }

    deinit {
        fclose(file)
    }

    func write(_ bytes: [UInt8]) throws {
        guard fwrite(bytes, 1, bytes.count, file) == bytes.count else { throw failure }
    }

    private var failure: BenchmarkFailure {
        BenchmarkFailure(description: "\(path) cannot be written: \(String(cString: strerror(errno)))")
    }
}
