public import ArgumentParser
import Glibc
public import NewsArchive

/// `news-archive search`.
struct Search: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find articles by the words of their headlines and texts.",
        discussion: """
            Words must all occur; "a phrase" stands as it is; begin* finds the words that begin so; -word and NOT deny, \
            OR and parentheses choose; headline: and body: say where, "a b"~5 how near, forms: finds other forms of a word. since:, until: and on: take a \
            year, month or day (2025-10-07, 7.10.2025), source: a name, views: >1000 or 100..200. Upper case, accents \
            and punctuation do not matter, and nothing that is typed is an error.
            """)

    @OptionGroup var archive: ArchiveOptions

    @Option(help: "Which articles come first.")
    var sort: SearchOrder = .relevance

    @Option(
        help: ArgumentHelp(
            "By recent-relevance: in how long an article loses half of its score, as 30d, 6w or 2y.",
            valueName: "time"))
    var halfLife = HalfLife(days: 365)

    @Option(help: ArgumentHelp("How many articles to show at the most.", valueName: "n"))
    var limit = 20

    @Option(help: ArgumentHelp("Where the page before ended: \"next\" of its JSON.", valueName: "cursor"))
    var after: SearchCursor?

    @Flag(help: "Also find other English forms of the words: election, elections, elected.")
    var forms = false

    @Flag(help: "Count all the articles that the query finds.")
    var count = false

    @Option(help: "Count what the query finds by day, month or year instead of showing it.")
    var histogram: HistogramUnit?

    @Option(help: "Count what the query finds by source instead of showing it.")
    var facet: Facet?

    @Option(
        help: ArgumentHelp(
            "How long the search may take, in seconds; 0 for as long as it takes.", valueName: "s"))
    var timeout = 10.0

    @Flag(help: "Show how the query was read, and search for nothing.")
    var explain = false

    @Flag(help: "How to print: for a reader (default), or as data.")
    var format: SearchFormat = .text

    // All that is no option of ours: -word denies a word.
    @Argument(parsing: .allUnrecognized, help: "What to search for.")
    var query: [String]

    func validate() throws {
        if let option = query.prefix(while: { $0 != "--" }).first(where: { $0.hasPrefix("--") }) {
            throw ValidationError("There is no option \(option).")
        }
        if !(timeout >= 0) { throw ValidationError("--timeout takes a number that is not negative.") }
        if limit < 0 { throw ValidationError("--limit takes a number that is not negative.") }
    }

    func run() async throws {
        try await archive.reading { archive in
            let typed = Arguments.withoutTerminator(query).joined(separator: " ")
            let query = forms ? Query.forms(Query(typed)) : Query(typed)
            if explain {
                Output.text(ExplanationText.text(try await archive.explain(query)))
            } else if let histogram {
                print(
                    try await archive.histogram(of: query, by: histogram, timeout: allowed).map {
                        Count($0, by: histogram)
                    })
            } else if facet != nil {
                print(try await archive.sources(of: query, timeout: allowed).map(Count.init))
            } else {
                try await search(query, typed: typed, in: archive)
            }
        }
    }

    // A Duration has no room for more.
    private var allowed: Duration? { timeout > 0 ? .seconds(min(timeout, 1e9)) : nil }

    private func search(_ query: Query, typed: String, in archive: Archive) async throws {
        let found =
            forms
            ? try await archive.search(
                query, order: sort, limit: limit, after: after, countsAll: count,
                halfLifeDays: halfLife.days, timeout: allowed)
            : try await archive.search(
                typed, order: sort, limit: limit, after: after, countsAll: count,
                halfLifeDays: halfLife.days, timeout: allowed)
        // The other formats have no place for them.
        let isShown = format == .text || format == .json
        let suggestions = isShown ? try await suggestions(for: query, in: archive) : []
        print(found, suggestions)
        if count, format != .json { Output.message("\(found.total ?? 0) articles in all") }
    }

    // What was found is not to be lost because there was no time to look for what might have been meant.
    private func suggestions(for query: Query, in archive: Archive) async throws -> [Suggestion] {
        do {
            return try await archive.suggestions(for: query, timeout: allowed)
        } catch ArchiveError.timedOut {
            return []
        }
    }

    private func print(_ counts: [Count]) {
        switch format {
        case .json: Output.line(JSONText.pretty(counts))
        case .jsonl: for count in counts { Output.line(JSONText.compact(count)) }
        case .csv: Output.text(SearchCSV.text(counts))
        case .text:
            if counts.isEmpty { Output.message("nothing found") }
            Output.text(CountsText.text(counts, columns: Terminal.columns(of: STDOUT_FILENO)))
        }
    }

    private func print(_ found: SearchResults, _ suggestions: [Suggestion]) {
        switch format {
        case .json: Output.line(JSONText.pretty(SearchJSON(found, suggestions: suggestions)))
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
            for suggestion in suggestions { Output.message(SuggestionText.line(suggestion)) }
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

/// What --facet takes.
enum Facet: String, ExpressibleByArgument, CaseIterable {
    case source
}

/// What --half-life takes: a number of days, or of days, weeks or years with their letter.
struct HalfLife: ExpressibleByArgument, CustomStringConvertible {
    let days: Double

    init(days: Double) {
        self.days = days
    }

    /// nil for a text that is no time.
    init?(argument: String) {
        let units: [Character: Double] = ["d": 1, "w": 7, "y": 365]
        let unit = argument.last.flatMap { units[$0] }
        guard let number = Double(unit == nil ? argument : String(argument.dropLast())), number > 0,
            number.isFinite
        else { return nil }
        days = number * (unit ?? 1)
    }

    var description: String {
        days == days.rounded() && days < 1e9 ? "\(Int(days))d" : "\(days)d"
    }
}

extension HistogramUnit: ExpressibleByArgument {}

extension SearchOrder: ExpressibleByArgument {}

extension SearchCursor: ExpressibleByArgument {
    /// The cursor that an argument is; nil for a text that is none.
    public init?(argument: String) {
        self.init(argument)
    }
}
