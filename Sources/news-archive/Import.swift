public import ArgumentParser
public import NewsArchive

/// `news-archive import`.
struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Import feed dumps.",
        discussion: """
            Imports each dump in turn: what is new is added, the rest is seen again. A dump that was imported before \
            changes nothing, and one whose import was stopped goes on where it was.

            Exit status: 0; 1 if a dump could not be read or stored; 2 if records were rejected; 64 for wrong usage; \
            130 after an interrupt.
            """)

    @OptionGroup var archive: ArchiveOptions

    @OptionGroup var writing: WritingOptions

    @Option(help: ArgumentHelp("Who published what the dumps list.", valueName: "name"))
    var source: String?

    @Option(
        help: ArgumentHelp("What the stamps mean: an IANA time zone, as Asia/Almaty.", valueName: "zone"),
        transform: TimeZoneFile.rule(named:))
    var timeZone: LocalTimeRule = .utc

    @Option(help: "When two records are one article.")
    var identity: IdentityRule = .automatic

    @Option(help: "The format of the dumps.")
    var format: FormatChoice = .auto

    @Option(
        help: ArgumentHelp(
            "How their text is encoded, as windows-1251; found out by default.", valueName: "name"),
        transform: Self.encoding(named:))
    var encoding: TextEncoding?

    @Option(
        help: ArgumentHelp(
            "What a field or column is called, as headline=Titel; repeat it for others.",
            valueName: "field=name"),
        transform: Self.mapping(_:))
    var map: [FieldMapping] = []

    @Flag(help: "Show how the dumps would be read, with their first records, and import nothing.")
    var explain = false

    @Flag(help: "Give the verdicts and change nothing.")
    var dryRun = false

    @Option(help: ArgumentHelp("Append rejected records to a file, verbatim.", valueName: "file"))
    var rejects: String?

    @Flag(help: "Report as JSON, one object a dump and line.")
    var json = false

    @Flag(help: "Report nothing but rejected records and errors.")
    var quiet = false

    @Argument(help: "Files, folders, or - for standard input.")
    var paths: [String]

    func validate() throws {
        if source == "" { throw ValidationError("--source takes a name.") }
        if paths.filter({ $0 == "-" }).count > 1 {
            throw ValidationError("Standard input (-) can be imported once.")
        }
    }

    func run() async throws {
        if explain { return try await DumpExplainer(options: options, isJSON: json).run(paths) }
        let importer = DumpImporter(
            options: options, archivePath: archive.path, waitSeconds: writing.wait, isDryRun: dryRun,
            reportsJSON: json, isQuiet: quiet)
        let paths = paths
        let status = await Interrupt.cancelling { await importer.run(paths) }
        if status != .success { throw status }
    }

    private var options: ImportOptions {
        ImportOptions(
            source: source, localTime: timeZone, identity: identity, format: format.format,
            encoding: encoding,
            fieldNames: FieldNames(given: Dictionary(map.map { ($0.field, $0.name) }) { _, last in last }),
            isDryRun: dryRun, rejectsPath: rejects)
    }

    @Sendable
    private static func encoding(named name: String) throws -> TextEncoding {
        guard let encoding = TextEncoding(named: name) else {
            throw ValidationError(
                "There is no encoding \"\(name)\"; iconv -l lists those that the system knows.")
        }
        return encoding
    }

    @Sendable
    private static func mapping(_ text: String) throws -> FieldMapping {
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let field = ArticleField(rawValue: parts[0]) else {
            let fields = ArticleField.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError(
                "--map takes field=name, as headline=Titel; the fields are \(fields).")
        }
        return FieldMapping(field: field, name: parts[1])
    }
}

/// What --map takes.
struct FieldMapping: Sendable {
    let field: ArticleField
    let name: String
}

/// What --format takes.
enum FormatChoice: ExpressibleByArgument, CaseIterable {
    case auto
    case format(DumpFormat)

    static var allCases: [FormatChoice] { [.auto] + DumpFormat.allCases.map(FormatChoice.format) }

    static var allValueStrings: [String] { ["auto"] + DumpFormat.allCases.map(\.rawValue) }

    init?(argument: String) {
        if argument == "auto" {
            self = .auto
        } else if let format = DumpFormat(rawValue: argument) {
            self = .format(format)
        } else {
            return nil
        }
    }

    var defaultValueDescription: String { format?.rawValue ?? "auto" }

    /// nil: to be found out.
    var format: DumpFormat? { if case .format(let format) = self { format } else { nil } }
}

extension IdentityRule: ExpressibleByArgument {}
