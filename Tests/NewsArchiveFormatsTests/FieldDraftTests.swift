import Testing

@testable import NewsArchiveFormats

struct FieldDraftTests {
    @Test(arguments: [
        ("Pub_Date", ArticleField.published), ("published-at", .published), ("dc:creator", .author),
        ("_id", .guid),
        ("Content-Text", .body), ("ДАТА", .published), ("Заголовок", .headline), ("ÜBERSCHRIFT", .headline),
        ("view count", .views), ("scrapedAt", .listed), ("LastMod", .updated), ("photo_credit", .credit),
        ("image_url", .enclosure), ("permalink", .url), ("locale", .language), ("Keywords", .categories),
        ("publisher", .source), ("teaser", .summary),
    ])
    func aUsualNameIsKnownHoweverItIsWritten(name: String, field: ArticleField) {
        #expect(FieldIndex(FieldNames()).match(name)?.field == field)
    }

    @Test func everyUsualNameMeansOneFieldAndIsWrittenFolded() {
        var seen: [String: ArticleField] = [:]
        for field in ArticleField.allCases {
            for name in UsualNames.names(of: field).split(separator: " ").map(String.init) {
                #expect(FieldNames.folded(name) == name)
                #expect(seen[name] == nil, "\(name)")
                seen[name] = field
            }
        }
    }

    @Test func aGivenNameGoesFirstAndIsTakenFromItsUsualMeaning() {
        let index = FieldIndex(FieldNames(given: [.headline: "Summary", .published: "When?"]))
        #expect(index.match("Summary") == FieldIndex.Match(field: .headline, rank: 0))
        #expect(index.match("summary") == FieldIndex.Match(field: .headline, rank: 1))
        #expect(index.match("when")?.field == .published)
        #expect(index.match("title")?.field == .headline)
        #expect(index.match("unknown") == nil)
    }

    @Test func theBestOfSeveralFieldsIsRead() {
        let article = article([
            ("text", "Worse"), ("body", "Better"), ("title", "T"), ("headline", ""), ("date", "soon"),
            ("created_at", "2025-10-09"), ("views", "x"), ("hits", "7"), ("link", " "),
            ("href", "https://example.org/"),
        ])
        #expect(article?.body.string == "Better")
        #expect(article?.headline == "T")
        #expect(article?.published?.description == "2025-10-09")
        #expect(article?.unreadableTime == nil)
        #expect(article?.views == 7)
        #expect(article?.metadata.url == "https://example.org/")
    }

    @Test func aDescriptionIsTheBodyWhereThereIsNoBetterOne() {
        #expect(article([("title", "T"), ("description", "D")])?.body.string == "D")
        let both = article([("title", "T"), ("description", "D"), ("body", "B")])
        #expect(both?.body.string == "B")
        #expect(both?.metadata.summary.string == "D")
        let beginning = article([("title", "T"), ("description", "The river…"), ("body", "The river rose.")])
        #expect(beginning?.metadata.summary.isEmpty == true)
    }

    @Test(
        arguments: [
            ([("date", "2025-10-09"), ("time", "15:45")], "2025-10-09T15:45"),
            ([("timestamp", "1760024700")], "2025-10-09T15:45"),
            ([("date", "2025-10-09"), ("time", "late")], "2025-10-09"), ([("date", "2025")], nil), ([], nil),
            ([("date", "31.02.2025")], nil),
        ] as [([(String, String)], String?)])
    func theTimeIsStatedOrMarkedAsUnreadable(fields: [(String, String)], time: String?) {
        let article = article([("title", "T")] + fields)
        #expect(article?.published?.description == time)
        #expect(article?.origin == (time == nil ? .unknown : .stated))
        #expect(article?.unreadableTime == (time == nil ? fields.first?.1 : nil))
    }

    @Test func aListedMinuteIsOneOfUTC() {
        let article = article([("title", "T"), ("fetched_at", "2025-10-09T15:45+05:00")])
        #expect(article?.listed?.description == "2025-10-09T10:45")
    }

    @Test func listsAreTakenApart() {
        let article = article([
            ("title", "T"), ("tags", "a, b; c|a"), ("images", "https://example.org/1.png"),
            ("source", " The  Post "),
        ])
        #expect(article?.metadata.categories == ["a", "b", "c"])
        #expect(article?.metadata.enclosures == [.init(url: "https://example.org/1.png")])
        #expect(article?.source == "The  Post")
    }

    @Test func anArticleWithoutAHeadlineIsCalledByItsTextOrItsAddress() {
        #expect(article([("body", "First line\nSecond")])?.headline == "First line")
        #expect(article([("url", "https://example.org/")])?.headline == "https://example.org/")
        #expect(article([("views", "5"), ("date", "2025-10-09")]) == nil)
    }

    private func article(_ fields: [(String, String)]) -> ParsedArticle? {
        var draft = FieldDraft()
        let index = FieldIndex(FieldNames())
        for (name, value) in fields {
            if let match = index.match(name) { draft.add(.text(Array(value.utf8)), match) }
        }
        return draft.record(RecordPlace()).article
    }
}
