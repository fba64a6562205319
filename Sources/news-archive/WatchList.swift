import ArgumentParser
import NewsArchive

/// `news-archive watch list`.
struct WatchList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the standing queries.")

    @OptionGroup var archive: ArchiveOptions

    @Flag(help: "Print as JSON, one object a watch and line.")
    var json = false

    func run() async throws {
        try await archive.reading { archive in
            for watch in try await archive.watches() {
                Output.line(json ? JSONText.compact(WatchJSON(watch)) : WatchText.line(watch))
            }
        }
    }
}
