import ArgumentParser
import NewsArchive

/// `news-archive repair`.
struct Repair: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put right what check finds wrong, or salvage a damaged archive into a new one.",
        discussion: """
            Without --into, index, keys, references, ids and texts are put right where they are, in one transaction. A \
            file whose pages are damaged is left as it is: --into NEW reads what can be read of it into a new archive.

            Exit status: 0 if the archive is sound now; 1 if not, or after an error; 130 after an interrupt, which \
            changes nothing.
            """)

    @OptionGroup var archive: ArchiveOptions

    @OptionGroup var writing: WritingOptions

    @Option(
        help: ArgumentHelp("Salvage into a new archive; the damaged file is only read.", valueName: "file"))
    var into: String?

    @Flag(help: "Say what would be done, and do nothing.")
    var dryRun = false

    @Flag(help: "Print as JSON.")
    var json = false

    @Flag(help: "Print nothing but errors.")
    var quiet = false

    func validate() throws {
        if into != nil, dryRun {
            throw ValidationError("--dry-run is for repairs in place; --into changes nothing.")
        }
        if into == "" { throw ValidationError("--into takes the name of a file.") }
    }

    func run() async throws {
        if let into { return try await salvage(into: into) }
        let (path, isDryRun, isSilent) = (archive.path, dryRun, quiet || json)
        let wait = writing.wait
        let outcome = await Interrupt.cancelling {
            await CheckRun.result {
                let bar = PartsBar(isOn: !isSilent)
                defer { bar.clear() }
                return try await Archive.repair(path: path, isDryRun: isDryRun, waitSeconds: wait) {
                    bar.show($0)
                }
            }
        }
        let report = try CheckRun.value(of: outcome)
        if json {
            Output.line(JSONText.pretty(RepairJSON(report)))
        } else if !quiet {
            Output.text(RepairText.text(report))
        }
        if !report.remaining.isClean { throw ExitCode(1) }
    }

    private func salvage(into target: String) async throws {
        let (path, isSilent) = (archive.path, quiet || json)
        let outcome = await Interrupt.cancelling {
            await CheckRun.result {
                let bar = PartsBar(isOn: !isSilent)
                defer { bar.clear() }
                return try await Archive.salvage(path: path, into: target) { bar.show($0) }
            }
        }
        let report = try CheckRun.value(of: outcome)
        if json {
            Output.line(JSONText.pretty(SalvageJSON(report)))
        } else if !quiet {
            Output.text(SalvageText.text(report, target: target))
        }
        if !report.remaining.isClean { throw ExitCode(1) }
    }
}
