import Testing

@testable import NewsArchive

@Suite struct ArticleCompositionTests {
    @Test(arguments: 0..<200)
    func anArchiveSaysWhatItsSightingsSay(seed: UInt64) async throws {
        var listing = RandomListing(seed: seed)
        let archive = try Archive.inMemory()
        for number in 0..<4 {
            _ = try await archive.importDump(Listing.dump(listing.dump(records: 6), name: "dump \(number)"))
        }
        #expect(try await archive.articlesThatSayElse() == [])
        #expect(try await archive.problems() == [])
    }

    @Test func aTextFromAListBetweenTwoOthersIsTheOneThatABareHeadlineLeavesStanding() async throws {
        let archive = try Archive.inMemory()
        let lists = [(10, "First text."), (14, ""), (12, "Second text.")]
        for (day, text) in lists {
            _ = try await archive.importDump(
                Listing.dump(
                    " date 2025-10-\(day)\n01.10.2025, 08:00\nThe ferry is late again\n\(text)\n",
                    name: "\(day)"))
        }
        let article = try #require(try await archive.only("ferry"))
        #expect(article.body.string == "Second text.")
        #expect(article.revisions.map(\.body.string) == ["First text."])
    }
}
