import ArgumentParser
import NewsArchive

/// `news-archive rekey`.
struct Rekey: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make the keys anew by which articles are found again.",
        discussion: """
            It is needed when the identity rule has another version than when the archive was written: imports say so. \
            Articles stay as they are.

            Exit status: 0; 1 if it was not done; 130 after an interrupt, which changes nothing.
            """)

    @OptionGroup var archive: ArchiveOptions

    @OptionGroup var writing: WritingOptions

    @Flag(help: "Say what would change, and change nothing.")
    var dryRun = false

    @Flag(help: "Report as JSON.")
    var json = false

    func run() async throws {
        let (archive, isDryRun, json) = (archive, dryRun, json)
        let wait = writing.wait
        try await Interrupt.reportingErrors {
            try await archive.with(isDryRun ? .dryRun : .readWrite, waitSeconds: wait) { archive in
                let report = try await archive.rekey(isDryRun: isDryRun)
                if json {
                    Output.line(JSONText.compact(RekeyJSON(report, isDryRun: isDryRun)))
                } else {
                    Output.text(RekeyText.text(report, isDryRun: isDryRun))
                }
            }
        }
    }
}
