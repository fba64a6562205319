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

    /// Opens the archive to read it.
    func openForReading() throws -> Archive {
        try Archive(path: path, mode: .readOnly)
    }
}
