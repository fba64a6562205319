import Testing

@testable import NewsArchive

@Suite struct WordingTests {
    private let full = Wording(headline: "H", body: ParsedText("text"), credit: "Photo: A")

    @Test func aBareHeadlineSaysTheSame() {
        #expect(full.relation(of: Wording(headline: "H", body: ParsedText(), credit: nil)) == .same)
    }

    @Test func aTextWhereThereWasNoneCompletes() {
        let bare = Wording(headline: "H", body: ParsedText(), credit: nil)
        #expect(bare.relation(of: full) == .completing)
        #expect(bare.completed(from: full) == full)
    }

    @Test(arguments: [
        Wording(headline: "h", body: ParsedText("text"), credit: nil),
        Wording(headline: "H", body: ParsedText("other"), credit: nil),
        Wording(headline: "H", body: ParsedText("text"), credit: "Photo: B"),
    ])
    func anotherHeadlineTextOrCreditIsAnotherWording(record: Wording) {
        #expect(full.relation(of: record) == .other)
    }
}
