import ArgumentParser
import NewsArchive

/// `news-archive undo-import`.
struct UndoImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo-import",
        abstract: "Take back what one dump brought.",
        discussion: """
            Its sightings go, the articles that no other dump lists, and the wordings that it alone showed. The dump \
            can be imported again. All of it is taken back or nothing.

            Exit status: 0; 1 if it was not done; 64 for wrong usage; 130 after an interrupt, which changes nothing.
            """)

    @OptionGroup var archive: ArchiveOptions

    @OptionGroup var writing: WritingOptions

    @Flag(help: "Say what would go, and change nothing.")
    var dryRun = false

    @Flag(help: "Report as JSON.")
    var json = false

    @Argument(
        help: """
            The dump: its name or its number, as dumps prints them, or the first 8 or more digits of its SHA-256.
            """)
    var dump: String

    func run() async throws {
        let (archive, name, isDryRun, json) = (archive, dump, dryRun, json)
        let wait = writing.wait
        try await Interrupt.reportingErrors {
            try await archive.with(isDryRun ? .dryRun : .readWrite, waitSeconds: wait) { archive in
                let dump = try DumpChoice.dump(name, among: try await archive.dumps())
                let report = try await archive.undoImport(of: dump.id, isDryRun: isDryRun)
                Output.line(
                    json
                        ? JSONText.compact(UndoJSON(report, of: dump, isDryRun: isDryRun))
                        : UndoText.line(for: report, isDryRun: isDryRun))
            }
        }
    }
}
