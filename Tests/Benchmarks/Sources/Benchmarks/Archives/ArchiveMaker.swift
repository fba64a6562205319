import Foundation
import NewsArchive

/// Makes an archive to measure.
struct ArchiveMaker {
    let records: Int
    /// Where it is kept for the next time; nil for a temporary folder.
    let keep: String?

    /// Hands over the path of an archive: the one that is there, or a new one. A temporary one is gone afterwards.
    func withArchive<Result>(_ work: (String) async throws -> Result) async throws -> Result {
        let folder = keep.map { URL(fileURLWithPath: $0) } ?? Self.temporaryFolder
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { if keep == nil { try? FileManager.default.removeItem(at: folder) } }
        return try await work(try await archive(in: folder))
    }

    private static var temporaryFolder: URL {
        FileManager.default.temporaryDirectory.appending(path: "news-archive-benchmarks-\(UUID())")
    }

    // An import that was interrupted goes on; one that was finished changes nothing.
    private func archive(in folder: URL) async throws -> String {
        let path = folder.appending(path: "\(records).sqlite").path
        let archive = try Archive(path: path)
        if try await archive.dumps().allSatisfy({ $0.finished == nil }) {
            Notice.say("importing \(records) records into \(path)")
            _ = try await archive.importDump(.file(path: try DumpMaker.dump(records: records, in: folder)))
        }
        await archive.close()
        return path
    }
}
