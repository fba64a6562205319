import ArgumentParser
import NewsArchiveSQLite

/// The command: each subcommand parses its options, calls the library, and prints.
@main
struct NewsArchiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "news-archive",
        abstract:
            "Keeps every article of a news site once, remembers every time it was listed, and finds it again.",
        discussion: """
            The archive is one SQLite file: --archive FILE, or $NEWS_ARCHIVE, or news.sqlite in the current folder.
            """,
        version: "0.1.0",
        subcommands: [
            Import.self, Search.self, Show.self, History.self, Related.self, Trending.self, Stats.self,
            Dumps.self,
            Export.self, Merge.self, UndoImport.self, Prune.self, Identity.self, Rekey.self, Watch.self,
            Check.self, Repair.self, Backup.self, Compact.self, Formats.self,
        ])

    static func main() async {
        StandardStreams.open()
        MemoryStatistics.switchOff()
        await main(nil)
    }
}
