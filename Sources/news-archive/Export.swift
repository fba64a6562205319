public import ArgumentParser
public import NewsArchive

/// `news-archive export`.
struct Export: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write articles in a format that other programs read, oldest first.",
        discussion: """
            All articles, or those that a query finds; the query is written as for search. What the format cannot say of an \
            article is told at standard error. Exit status: 0; 1 if the archive could not be read; 74 if the articles could \
            not be written; 130 after Ctrl-C.
            """)

    @OptionGroup var archive: ArchiveOptions

    @Option(help: "How the articles are written.")
    var format: ExportFormat = .jsonLines

    @Option(
        help: ArgumentHelp(
            "A file, which is there when it is whole; default: standard output.", valueName: "file"))
    var output: String?

    // All that is no option of ours: -word denies a word.
    @Argument(parsing: .allUnrecognized, help: "Which articles; default: all.")
    var query: [String] = []

    func validate() throws {
        if let option = query.prefix(while: { $0 != "--" }).first(where: { $0.hasPrefix("--") }) {
            throw ValidationError("There is no option \(option).")
        }
    }

    func run() async throws {
        let words = Arguments.withoutTerminator(query)
        let exporter = ArticlesExporter(
            archivePath: archive.path, format: format,
            query: words.isEmpty ? nil : Query(words.joined(separator: " ")), outputPath: output)
        let status = await Interrupt.cancelling { await exporter.run() }
        if status != .success { throw status }
    }
}

extension ExportFormat: ExpressibleByArgument {}
