import ArgumentParser
import NewsArchive

/// `news-archive stats`.
struct Stats: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show what the archive holds, in numbers.")

    @OptionGroup var archive: ArchiveOptions

    @Flag(help: "Print as JSON.")
    var json = false

    func run() async throws {
        try await archive.reading { archive in
            let statistics = try await archive.statistics()
            if json {
                Output.line(JSONText.pretty(StatisticsJSON(statistics)))
            } else {
                Output.text(StatisticsText.text(statistics))
            }
        }
    }
}
