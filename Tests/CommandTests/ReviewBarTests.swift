import Testing

@testable import NewsArchive
@testable import news_archive

struct ReviewBarTests {
    @Test(arguments: [
        (ReviewProgress.Step.texts, 0, 200, "reading 200 texts: 0 %"),
        (.texts, 50, 200, "reading 200 texts: 25 %"),
        (.pairs, 3, 3, "comparing 3 pairs: 100 %"), (.pairs, 0, 0, "comparing 0 pairs: 100 %"),
    ])
    func itSaysHowMuchIsDone(step: ReviewProgress.Step, done: Int, total: Int, text: String) {
        #expect(ReviewBar.text(ReviewProgress(step: step, done: done, total: total)) == text)
    }
}
