public import ArgumentParser
public import NewsArchive

/// `news-archive search`.
struct Search: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find articles by the words of their headlines and texts.",
        discussion: """
            Words must all occur; "a phrase" stands as it is; begin* finds the words that begin so. Upper case, accents \
            and punctuation do not matter, and nothing that is typed is an error.
            """)

    @OptionGroup var archive: ArchiveOptions

    @Option(help: "Which articles come first.")
    var sort: SearchOrder = .relevance

    @Option(help: ArgumentHelp("How many articles to show at the most.", valueName: "n"))
    var limit = 20

    @Flag(help: "How to print: for a reader (default), or as data.")
    var format: SearchFormat = .text

    @Argument(help: "What to search for.")
    var query: [String]

    func validate() throws {
        if limit < 0 { throw ValidationError("--limit takes a number that is not negative.") }
    }

    func run() async throws {
        try await Output.reportingErrors {
            let archive = try archive.openForReading()
            let found = try await archive.search(
                query.joined(separator: " "), order: sort, limit: limit)
            print(found)
        }
    }

    private func print(_ found: SearchResults) {
        switch format {
        case .json: Output.line(JSONText.pretty(SearchJSON(found)))
        case .jsonl: for result in found.results { Output.line(JSONText.compact(ResultJSON(result))) }
        case .csv: Output.text(SearchCSV.text(found))
        case .text:
            if found.isEmptyQuery {
                Output.message("nothing to search for: there is no word in \(found.query)")
            } else if found.results.isEmpty {
                Output.message("nothing found for \(found.query)")
            } else {
                Output.text(SearchText.text(found, style: .standardOutput))
            }
        }
    }
}

/// How results are printed.
enum SearchFormat: String, EnumerableFlag {
    case text
    case json
    case jsonl
    case csv

    static func name(for value: SearchFormat) -> NameSpecification { .long }
}

extension SearchOrder: ExpressibleByArgument {}
