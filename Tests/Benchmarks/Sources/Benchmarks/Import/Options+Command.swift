import Foundation

extension Options {
    /// The news-archive binary to measure.
    func commandPath() throws -> String {
        let path = command ?? ListingTool.checkout.appending(path: ".build/release/news-archive").path
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw BenchmarkFailure(
                description:
                    "there is no \(path): build it with swift build -c release, or name one with --command")
        }
        return path
    }
}
