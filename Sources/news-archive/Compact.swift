import ArgumentParser
import NewsArchive

/// `news-archive compact`.
struct Compact: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Merge the index and give back what is free in the archive's file.",
        discussion: """
            Readers go on meanwhile; other writers wait while the file is written anew. That needs the archive's size \
            twice for a time: beside it, and in the folder for temporary files ($SQLITE_TMPDIR, else $TMPDIR, else \
            /var/tmp). With --into it needs the size of the copy alone.

            Exit status: 0; 1 if it was not done; 64 for wrong usage; 130 after an interrupt.
            """)

    @OptionGroup var archive: ArchiveOptions

    @OptionGroup var writing: WritingOptions

    @Option(
        help: ArgumentHelp("Write a compact copy, and leave the archive's file its size.", valueName: "file"))
    var into: String?

    @Flag(help: "Replace the copy's file if it is an archive that nobody has open.")
    var force = false

    @Flag(help: "Report as JSON.")
    var json = false

    @Flag(help: "Report nothing but errors.")
    var quiet = false

    func validate() throws {
        if force, into == nil { throw ValidationError("--force is for --into.") }
    }

    func run() async throws {
        let (archive, into, force) = (archive, into, force)
        let (json, quiet, wait) = (json, quiet, writing.wait)
        try await Interrupt.reportingErrors {
            let report =
                if let into {
                    try await Self.compact(archive, into: into, force, waitSeconds: wait)
                } else {
                    try await archive.with(.readWrite, waitSeconds: wait) { try await $0.compact() }
                }
            if json {
                Output.line(JSONText.compact(CompactionJSON(report)))
            } else if !quiet {
                Output.line(CopyText.line(for: report))
            }
        }
    }

    // An archive that may not be written can still be copied.
    private static func compact(
        _ archive: ArchiveOptions, into path: String, _ force: Bool, waitSeconds: Double
    ) async throws -> CompactionReport {
        do {
            return try await archive.with(.readWrite, waitSeconds: waitSeconds) {
                try await $0.compact(into: path, replacing: force)
            }
        } catch ArchiveError.notWritable(archive.path), ArchiveError.inaccessible(archive.path, _) {
            return try await archive.with(.readOnly) { try await $0.compact(into: path, replacing: force) }
        }
    }
}
