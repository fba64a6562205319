import ArgumentParser
import NewsArchive

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

    @OptionGroup var archives: ArchivesOptions

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
    var after: ArchiveSetCursor?

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
        let printer = SearchPrinter(format, paths: archives.paths)
        try await archives.reading { archives in
            let typed = Arguments.withoutTerminator(query).joined(separator: " ")
            let query = forms ? Query.forms(Query(typed)) : Query(typed)
            if explain {
                var explanations: [QueryExplanation] = []
                for archive in archives.archives { explanations.append(try await archive.explain(query)) }
                printer.print(explanations)
            } else if let histogram {
                let bars = try await archives.histogram(of: query, by: histogram, timeout: allowed)
                printer.print(bars.map { Count($0, by: histogram) })
            } else if facet != nil {
                printer.print(try await archives.sources(of: query, timeout: allowed).map(Count.init))
            } else {
                try await search(query, typed: typed, in: archives, printer)
            }
        }
    }

    // A Duration has no room for more.
    private var allowed: Duration? { timeout > 0 ? .seconds(min(timeout, 1e9)) : nil }

    private func search(
        _ query: Query, typed: String, in archives: ArchiveSet, _ printer: SearchPrinter
    ) async throws {
        let found =
            forms
            ? try await archives.search(
                query, order: sort, limit: limit, after: after, countsAll: count,
                halfLifeDays: halfLife.days, timeout: allowed)
            : try await archives.search(
                typed, order: sort, limit: limit, after: after, countsAll: count,
                halfLifeDays: halfLife.days, timeout: allowed)
        // The other formats have no place for them.
        let isShown = format == .text || format == .json
        let suggestions = isShown ? try await suggestions(for: query, in: archives) : []
        printer.print(found, suggestions)
        if count, format != .json { Output.message("\(found.total ?? 0) articles in all") }
    }

    // What was found is not to be lost because there was no time to look for what might have been meant.
    private func suggestions(for query: Query, in archives: ArchiveSet) async throws -> [Suggestion] {
        do {
            return try await archives.suggestions(for: query, timeout: allowed)
        } catch ArchiveError.timedOut {
            return []
        }
    }
}
