import ArgumentParser
import NewsArchive

/// `news-archive trending`.
struct Trending: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find the articles whose views grew most between two sightings.",
        discussion: """
            What grew is the count at an article's latest sighting, compared with the last one on the day of --since or \
            before it, or else with the first one after it. An article that was seen once has no gain.
            """)

    @OptionGroup var archive: ArchiveOptions

    @Option(
        help: ArgumentHelp(
            "The day from which gains are counted: 2025-10-07, 7.10.2025, 2025-10 or 2025. "
                + "Default: seven days before the latest day on which views were seen.",
            valueName: "date"))
    var since: FirstDay?

    @Option(help: ArgumentHelp("How many articles to show at the most.", valueName: "n"))
    var limit = 10

    @Flag(help: "How to print: for a reader (default), or as data.")
    var format: SearchFormat = .text

    func validate() throws {
        if limit < 0 { throw ValidationError("--limit takes a number that is not negative.") }
    }

    func run() async throws {
        try await archive.reading { archive in
            print(try await archive.trending(since: since?.day, limit: limit))
        }
    }

    private func print(_ articles: [TrendingArticle]) {
        switch format {
        case .json:
            Output.line(JSONText.pretty(TrendingJSON(results: articles.map(TrendingArticleJSON.init))))
        case .jsonl: for article in articles { Output.line(JSONText.compact(TrendingArticleJSON(article))) }
        case .csv: Output.text(SearchCSV.text(articles))
        case .text:
            if articles.isEmpty, limit > 0 {
                let start = since.map { "\($0.day)" } ?? "seven days before the latest sighting"
                Output.message("no article was seen with more views since \(start)")
            }
            Output.text(TrendingText.text(articles, style: .standardOutput))
        }
    }
}

/// What --since takes: a date as the query language has them, of which the first day counts.
struct FirstDay: ExpressibleByArgument {
    let day: LocalTime

    /// nil for a text that is no date.
    init?(argument: String) {
        guard let days = QueryFilter.days(argument) else { return nil }
        day = days.first
    }
}
