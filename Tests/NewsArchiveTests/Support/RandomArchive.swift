import NewsArchiveSQLite

@testable import NewsArchive

/// An archive of invented listings, the same for the same seed.
///
/// Later dumps show articles again with other texts, and give stamps to articles that were leads before, so that the
/// index has several segments and deleted entries.
struct RandomArchive {
    /// Words that are beginnings of others, that fold, that fall into several, and that are written without spaces.
    static let vocabulary = [
        "a", "ab", "abc", "sa", "Sa'ar", "Sa’ar", "Türkiye", "turk", "covid", "covid-19", "19", "20", "2025",
        "U.S.", "e-mail", "mail", "mailbox", "ferry", "Ferry's", "ёлка", "йод", "Straße", "ﬁn", "toll", "京",
        "京京", "京京京", "北京", "在北京市", "東京",
    ]

    private var random: SeededGenerator
    private var stories: [(stamp: String, headline: String)] = []

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    /// An archive of at most so many articles.
    mutating func archive(stories count: Int) async throws -> Archive {
        let archive = try Archive.inMemory()
        stories = (0..<count).map { _ in (stamp(), words(1...4)) }
        let astana = LocalTimeRule(name: "+05:00") { _ in 300 }
        let sources: [(String?, LocalTimeRule)] = [
            ("Town Gazette", .utc), ("Kurýr", astana), (nil, .utc), ("town gazette", .utc), ("Kurýr", .utc),
        ]
        for (number, (source, rule)) in sources.enumerated() {
            _ = try await archive.importDump(
                Listing.dump(dump(number), name: "\(number)"),
                options: ImportOptions(source: source, localTime: rule))
        }
        try await archive.forgetDates(ofEvery: 9)
        return archive
    }

    private mutating func dump(_ number: Int) -> String {
        let date = "date 2025-03-0\(number + 1)"
        // The first dump knows some stories by their headlines alone, without their stamps.
        let leads = stories.indices.filter { $0 % 6 == (number == 0 ? 0 : number) }.map { index in
            " \(index % 4 == 1 ? "date 2025-03" : date) \(stories[index].headline)\n"
        }
        let stamped = stories.indices.filter { number > 0 || $0 % 6 > 0 }.shuffled(using: &random)
        let records = stamped.prefix(stories.count * 3 / 5).map { record(stories[$0]) }
        return leads.joined() + " \(date)\n" + records.joined()
    }

    private mutating func record(_ story: (stamp: String, headline: String)) -> String {
        let views =
            story.stamp.contains(":")
            ? ["", " 0", " 5", " 5", " 7", " 1 200"].randomElement(using: &random) : ""
        let paragraphs = (0..<Int.random(in: 0...2, using: &random)).map { _ in words(1...9) + ".\n" }
        return "\(story.stamp)\(views ?? "")\n\(story.headline)\n\(paragraphs.joined())"
    }

    // Few minutes, so that some are the same; near midnight and near the end of a month.
    private mutating func stamp() -> String {
        let day = ["01.02.2025", "28.02.2025", "01.03.2025", "31.12.2024", "31.12.1969"].randomElement(
            using: &random)
        let time = ["", ", 00:00", ", 00:01", ", 12:30", ", 21:00", ", 23:59"].randomElement(using: &random)
        return (day ?? "") + (time ?? "")
    }

    private mutating func words(_ count: ClosedRange<Int>) -> String {
        (0..<Int.random(in: count, using: &random)).compactMap { _ in
            Self.vocabulary.randomElement(using: &random)
        }.joined(separator: " ")
    }
}

extension Archive {
    /// Makes articles undated, which no listing can.
    fileprivate func forgetDates(ofEvery step: Int) async throws {
        let ids = try await articleIDs()
        try await pool.writer.run { connection in
            let undated = ArticleID.slots(ofMinute: ArticleID.undatedMinute).lowerBound
            for (slot, index) in stride(from: 0, to: ids.count, by: step).enumerated() {
                let (old, new) = (ids[index], undated + Int64(slot))
                let document = "headline, body FROM article_document WHERE id ="
                try connection.execute(
                    """
                    INSERT INTO article_search (article_search, rowid, headline, body)
                      SELECT 'delete', id, \(document) \(old);
                    UPDATE article
                      SET id = \(new), published = NULL, precision = NULL, utc_offset = NULL, origin = 'unknown'
                      WHERE id = \(old);
                    INSERT INTO article_search (rowid, headline, body) SELECT id, \(document) \(new);
                    """)
                try DocumentSizesWriter(connection).update([ArticleID(rawValue: new), old])
            }
        }
    }

    /// All articles, as the plain search reads them.
    func plainArticles() async throws -> [PlainArticle] {
        var articles: [PlainArticle] = []
        for id in try await articleIDs() {
            if let article = try await article(id) { articles.append(PlainArticle(article)) }
        }
        return articles
    }
}
