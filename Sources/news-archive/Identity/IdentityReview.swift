import ArgumentParser
import NewsArchive

/// `news-archive identity review`.
struct IdentityReview: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Suggest articles that may be one, the most alike first.",
        discussion: """
            Two articles under one headline, or two headlines over nearly one text, with the share of the shorter text \
            that is in the longer one, and the command that would join them. Nothing is changed. What was decided by \
            hand is not suggested again.

            Exit status: 0; 1 after an error; 64 for wrong usage; 130 after an interrupt.
            """)

    @OptionGroup var archive: ArchiveOptions

    @Option(help: ArgumentHelp("How many pairs to show at the most.", valueName: "n"))
    var limit = 20

    @Option(
        help: ArgumentHelp(
            "Only pairs of which one was published since: 2025, 2025-10, 2025-10-07 or 7.10.2025.",
            valueName: "date"),
        transform: DateArgument.start)
    var since: LocalTime?

    @Flag(help: "How to print: for a reader (default), or as data.")
    var format: ReviewFormat = .text

    func validate() throws {
        if limit < 0 { throw ValidationError("--limit takes a number that is not negative.") }
    }

    func run() async throws {
        let (archive, since, limit, format) = (archive, since, limit, format)
        try await Interrupt.reportingErrors {
            try await archive.with(.readOnly) { archive in
                let bar = ReviewBar()
                defer { bar.clear() }
                let found = try await archive.identitySuggestions(since: since, limit: limit) { bar.show($0) }
                bar.clear()
                format.print(found)
            }
        }
    }
}

/// How `identity review` prints.
enum ReviewFormat: String, EnumerableFlag {
    case text, json, jsonl

    func print(_ found: [IdentitySuggestion]) {
        switch self {
        case .text:
            if found.isEmpty { Output.message("nothing to suggest") }
            Output.text(IdentitySuggestionText.text(found, style: .standardOutput))
        case .json:
            Output.line(JSONText.pretty(SuggestedPairsJSON(suggestions: found.map(SuggestedPairJSON.init))))
        case .jsonl: for one in found { Output.line(JSONText.compact(SuggestedPairJSON(one))) }
        }
    }
}
