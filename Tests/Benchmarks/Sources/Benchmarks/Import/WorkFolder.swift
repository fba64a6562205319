import Foundation

/// Where inputs and measured files are made: the folder that is kept, or one that is gone afterwards.
struct WorkFolder {
    let url: URL
    let isKept: Bool

    /// - Parameter keep: the folder to keep; nil for a temporary one.
    static func with<Result>(_ keep: String?, _ work: (WorkFolder) throws -> Result) throws -> Result {
        let folder = WorkFolder(
            url: keep.map { URL(fileURLWithPath: $0) }
                ?? FileManager.default.temporaryDirectory.appending(path: "news-archive-benchmarks-\(UUID())"),
            isKept: keep != nil)
        try FileManager.default.createDirectory(at: folder.url, withIntermediateDirectories: true)
        defer { if !folder.isKept { try? FileManager.default.removeItem(at: folder.url) } }
        return try work(folder)
    }
}
