import ArgumentParser
import NewsArchive

/// `news-archive backup`.
struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copy the archive to another file, also while an import is running.",
        discussion: """
            The copy shows the archive as it was at one moment. It is written as FILE.partial, checked, and only then \
            called FILE.

            Exit status: 0; 1 if there is no copy; 64 for wrong usage; 130 after an interrupt.
            """)

    @OptionGroup var archive: ArchiveOptions

    @Flag(help: "Replace the file if it is an archive that nobody has open.")
    var force = false

    @Flag(help: "Report as JSON.")
    var json = false

    @Flag(help: "Report nothing but errors.")
    var quiet = false

    @Argument(help: "The file to write.")
    var file: String

    func run() async throws {
        let (archive, file, force) = (archive, file, force)
        let (json, quiet) = (json, quiet)
        try await Interrupt.reportingErrors {
            let bar = ProgressBar(isOn: !quiet)
            defer { bar.clear() }
            let report = try await archive.with(.readOnly) { archive in
                try await archive.backUp(to: file, replacing: force) { bar.show($0, label: file) }
            }
            bar.clear()
            if json {
                Output.line(JSONText.compact(BackupJSON(report)))
            } else if !quiet {
                Output.line(CopyText.line(for: report))
            }
        }
    }
}
