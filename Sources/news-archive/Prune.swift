import ArgumentParser
import NewsArchive

/// `news-archive prune`.
struct Prune: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take articles out of the archive that were published before a date.",
        discussion: """
            With an article go its text, its wordings and its sightings. Hashes of it stay, so that it does not come \
            back as new with the next dump that lists it. Articles without a date stay. The file keeps its size until \
            news-archive compact gives back what is free.

            Exit status: 0; 1 if it was not done; 64 for wrong usage; 130 after an interrupt, which changes nothing.
            """)

    @OptionGroup var archive: ArchiveOptions

    @OptionGroup var writing: WritingOptions

    @Option(
        help: ArgumentHelp(
            "What was published before it goes: 2025, 2025-10, 2025-10-07 or 7.10.2025.", valueName: "date"),
        transform: DateArgument.start)
    var before: LocalTime

    @Option(help: ArgumentHelp("What a query finds stays, however old it is.", valueName: "query"))
    var keep: String?

    @Flag(help: "Say how much would go, and change nothing.")
    var dryRun = false

    @Flag(help: "Report as JSON.")
    var json = false

    func run() async throws {
        let (archive, time, keep, isDryRun, json) = (archive, before, keep.map { Query($0) }, dryRun, json)
        let wait = writing.wait
        try await Interrupt.reportingErrors {
            try await archive.with(isDryRun ? .dryRun : .readWrite, waitSeconds: wait) { archive in
                let report = try await archive.prune(before: time, keeping: keep, isDryRun: isDryRun)
                if json {
                    Output.line(JSONText.compact(PruneJSON(report, before: time, isDryRun: isDryRun)))
                } else {
                    Output.line(PruneText.line(for: report, before: time, isDryRun: isDryRun))
                }
            }
        }
    }
}
