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
    var path: String { archive ?? Self.defaultPath }

    /// The path of the archive where no option names one.
    static var defaultPath: String {
        let named = ProcessInfo.processInfo.environment["NEWS_ARCHIVE"] ?? ""
        return named.isEmpty ? "news.sqlite" : named
    }

    /// Opens the archive to read it, and tells what went wrong.
    func reading(_ work: (Archive) async throws -> Void) async throws {
        try await Output.reportingErrors { try await with(.readOnly, work) }
    }

    /// Opens an archive that is there to change it, and tells what went wrong.
    func writing(_ options: WritingOptions, _ work: (Archive) async throws -> Void) async throws {
        try await Output.reportingErrors { try await with(.readWrite, waitSeconds: options.wait, work) }
    }

    /// Opens an archive that is there.
    ///
    /// It is closed before the process ends: else SQLite would leave its write-ahead log behind.
    func with<Result>(
        _ mode: Archive.Mode, waitSeconds: Double = 5, _ work: (Archive) async throws -> Result
    ) async throws -> Result {
        // To open it for writing would make one where there is none.
        if mode == .readWrite { try await Archive(path: path, mode: .readOnly).close() }
        let archive = try Archive(path: path, mode: mode, waitSeconds: waitSeconds)
        do {
            let result = try await work(archive)
            await archive.close()
            return result
        } catch {
            await archive.close()
            throw error
        }
    }
}
