import ArgumentParser
import NewsArchive

/// `news-archive dumps`.
struct Dumps: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List the dumps that were imported.")

    @OptionGroup var archive: ArchiveOptions

    @Flag(help: "Print as JSON, one object a dump and line.")
    var json = false

    func run() async throws {
        try await archive.reading { archive in
            for dump in try await archive.dumps() {
                Output.line(json ? JSONText.compact(DumpJSON(dump)) : DumpText.line(dump))
            }
        }
    }
}
