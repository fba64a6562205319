import Testing

@testable import NewsArchive
@testable import news_archive

struct SearchTextTests {
    private let plain = TextStyle(isOn: false)

    @Test func anArticleIsHeadlineFactsAndSnippet() {
        let found = [ShownResult].of(
            .with(published: .minute(ahead: 0), views: 14206, source: "gazette", snippet: "It sails."))
        #expect(
            SearchText.text(found, style: plain) == """
                New ferry
                  2025-10-09 12:21 · 14206 views · gazette · id 7
                  It sails.

                """)
    }

    @Test func anArticleThatIsAHeadlineAloneHasNoSnippet() {
        #expect(SearchText.text(.of(.with()), style: plain) == "New ferry\n  undated · id 7\n")
    }

    @Test func thereIsABlankLineBetweenArticles() {
        #expect(
            SearchText.text(.of(.with(), .with()), style: plain)
                == "New ferry\n  undated · id 7\n\nNew ferry\n  undated · id 7\n")
    }

    @Test func coloursEndWithTheLineThatTheyBeganOn() {
        let found = [ShownResult].of(.with(highlights: [4..<9], snippet: "It sails."))
        let lines = SearchText.text(found, style: TextStyle(isOn: true)).split(separator: "\n")
        #expect(lines.first == "\u{1B}[1mNew \u{1B}[33mferry\u{1B}[39m\u{1B}[22m")
    }

    @Test func noTextOfADumpMovesTheCursor() {
        let found = [ShownResult].of(
            .with(headline: Controls.text, source: Controls.text, snippet: Controls.text))
        #expect(Controls.found(in: Array(SearchText.text(found, style: plain).utf8)).isEmpty)
    }
}

struct TimeTextTests {
    @Test(arguments: [
        (0, "2025-10-09 12:21"), (300, "2025-10-09 12:21 +05:00"), (-150, "2025-10-09 12:21 -02:30"),
        (345, "2025-10-09 12:21 +05:45"),
    ])
    func aMinuteIsShownByTheClockOfTheStamp(ahead: Int, text: String) {
        #expect(TimeText.text(.minute(ahead: ahead)) == text)
    }

    @Test(arguments: [(LocalTime.Precision.day, "2025-10-09"), (.month, "2025-10")])
    func aDateIsADateAlone(precision: LocalTime.Precision, text: String) {
        let time = PublicationTime(
            secondsSince1970: 1_759_968_000, precision: precision, minutesAheadOfUTC: nil, origin: .stated)
        #expect(TimeText.text(time) == text)
    }

    @Test func aTimeOutsideTheCalendarIsSeconds() {
        let time = PublicationTime(
            secondsSince1970: .max / 2, precision: .day, minutesAheadOfUTC: nil, origin: .stated)
        #expect(TimeText.text(time) == "\(Int64.max / 2) s since 1970")
    }
}
