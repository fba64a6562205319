import Foundation

/// Another program of this package, which is built beside this one.
enum BuiltProgram {
    static func path(_ name: String) throws -> String {
        let path = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
            .appending(path: name).path
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw BenchmarkFailure(
                description: "there is no \(path): build the whole package with swift build -c release "
                    + "--package-path Tests/Benchmarks")
        }
        return path
    }
}
