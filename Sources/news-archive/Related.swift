import ArgumentParser
import NewsArchive

/// `news-archive related`.
struct Related: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find the articles nearest to one, by the rarest words that they share.",
        discussion: "Exit status: 0; 1 if there is no such article.")

    @OptionGroup var archive: ArchiveOptions

    @Option(help: ArgumentHelp("How many articles to show at the most.", valueName: "n"))
    var limit = 10

    @Flag(help: "How to print: for a reader (default), or as data.")
    var format: SearchFormat = .text

    // All that is no option of ours: ids before 1970 are negative, and would be taken for options.
    @Argument(parsing: .allUnrecognized, help: "The article's id, as search prints it.")
    var id: [String]

    func validate() throws {
        _ = try Arguments.articleID(id)
        if limit < 0 { throw ValidationError("--limit takes a number that is not negative.") }
    }

    func run() async throws {
        let id = try Arguments.articleID(id)
        try await archive.reading { archive in
            guard let related = try await archive.related(to: id, limit: limit) else {
                throw NoSuchArticle(id: id)
            }
            print(related, to: id)
        }
    }

    private func print(_ related: [RelatedArticle], to id: ArticleID) {
        switch format {
        case .json: Output.line(JSONText.pretty(RelatedJSON(id: id, related: related)))
        case .jsonl: for one in related { Output.line(JSONText.compact(ResultJSON(one))) }
        case .csv: Output.text(SearchCSV.text(related))
        case .text:
            if related.isEmpty { Output.message("no other article shares a rare word with \(id)") }
            Output.text(RelatedText.text(related, style: .standardOutput))
        }
    }
}
