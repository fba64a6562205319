import Foundation

/// The news-archive binary that is measured.
enum NewsArchiveCommand {
    /// - Parameter given: the path that was asked for; nil for that of a release build of this checkout.
    static func path(_ given: String?) throws -> String {
        let path = given ?? ListingTool.checkout.appending(path: ".build/release/news-archive").path
        guard FileManager.default.isExecutableFile(atPath: path) else {
            throw BenchmarkFailure(
                description:
                    "there is no \(path): build it with swift build -c release, or name one with --command")
        }
        return path
    }
}
