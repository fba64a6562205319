import Foundation

/// What callgrind counted: instructions in all, and by the functions that they belong to.
///
/// https://valgrind.org/docs/manual/cl-format.html
struct CallgrindProfile {
    struct Function: Hashable {
        let name: String
        /// The file that it was loaded from, without its folder.
        let object: String
    }

    private(set) var total: Int64 = 0
    /// Without those of what they call.
    private(set) var instructions: [Function: Int64] = [:]

    init(path: String) throws {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw BenchmarkFailure(description: "\(path) cannot be read: valgrind has not written it")
        }
        var reader = CallgrindReader()
        for line in text.utf8.split(separator: 0x0A) { reader.read(Substring(line)) }
        guard let total = reader.total, total > 0 else {
            throw BenchmarkFailure(description: "\(path) says no total: valgrind was ended early")
        }
        self.total = total
        instructions = reader.instructions
    }
}
