import ArgumentParser
import FoundationEssentials
import NewsArchive

/// Which archive a subcommand works on.
struct ArchiveOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("The archive. Default: $NEWS_ARCHIVE, else news.sqlite.", valueName: "file"))
    var archive: String?

    /// The archive's path.
    var path: String {
        if let archive { return archive }
        if let named = ProcessInfo.processInfo.environment["NEWS_ARCHIVE"], !named.isEmpty { return named }
        return "news.sqlite"
    }

    /// Opens the archive to read it, and tells what went wrong.
    ///
    /// It is closed before the process ends: else SQLite would leave its write-ahead log behind.
    func reading(_ work: (Archive) async throws -> Void) async throws {
        try await Output.reportingErrors {
            let archive = try Archive(path: path, mode: .readOnly)
            do {
                try await work(archive)
            } catch {
                await archive.close()
                throw error
            }
            await archive.close()
        }
    }
}
