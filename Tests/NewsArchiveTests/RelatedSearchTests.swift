import NewsArchiveSQLite
import Testing

@testable import NewsArchive

@Suite struct RelatedSearchTests {
    private let dump = """
        01.02.2025, 10:00 1
        The ferry to Farholt
        Boats leave the pier for the island of Farholt.
        01.02.2025, 11:00 1
        The pier of Farholt
        The ferry is at the pier, and the boats leave.
        01.02.2025, 12:00 1
        The ferry alone
        The mayor spoke of the harbour.
        01.02.2025, 13:00 1
        The bakers
        The ledgers of the bakers.
        01.02.2025, 14:00 1
        The bakers of the north
        The loaves.
        01.02.2025, 15:00 1
        The паром на острове
        The north.

        """

    private func archive(_ text: String? = nil) async throws -> Archive {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(text ?? dump))
        return archive
    }

    private func related(_ query: String, in archive: Archive, limit: Int = 10) async throws
        -> [RelatedArticle]
    {
        let id = try #require(try await archive.ids(query).first)
        return try #require(try await archive.related(to: id, limit: limit))
    }

    @Test func theNearestShareMostOfTheRareWords() async throws {
        let archive = try await archive()
        let found = try await related("island", in: archive)
        #expect(found.map(\.article.headline.text) == ["The pier of Farholt"])
        let words = try #require(found.first).sharedWords
        #expect(Set(words).isSuperset(of: ["farholt", "pier", "boats", "leave"]))
        #expect(!words.contains("the"))
        #expect(found.first?.article.headline.highlights.isEmpty == false)
    }

    @Test func oneSharedWordIsEnoughWhereNobodySharesMore() async throws {
        let archive = try await archive()
        let found = try await related("mayor", in: archive)
        let words = Set(found.flatMap(\.sharedWords))
        #expect(!found.isEmpty)
        #expect(words.isSubset(of: ["ferry", "of"]))
    }

    @Test func theArticleItselfIsLeftOut() async throws {
        let archive = try await archive()
        for id in try await archive.articleIDs() {
            let related = try await archive.related(to: id) ?? []
            #expect(!related.contains { $0.id == id })
        }
    }

    @Test func noMoreAreReturnedThanAskedFor() async throws {
        let archive = try await archive(Listing.records(60))
        let whole = try await related("number", in: archive, limit: 59)
        for limit in [0, 1, 3, 20] {
            let found = try await related("number", in: archive, limit: limit)
            #expect(found.count <= limit)
            #expect(found.first?.id == (limit == 0 ? nil : whole.first?.id))
        }
        #expect(try await related("number", in: archive, limit: -1).isEmpty)
        _ = try await related("number", in: archive, limit: .max)
    }

    @Test func anUnknownArticleHasNone() async throws {
        let archive = try await archive()
        #expect(try await archive.related(to: ArticleID(rawValue: 5)) == nil)
    }

    @Test func aFormerIdLeadsToTheArticle() async throws {
        let archive = try await archive("date 2025-02-02 The ferry to Farholt\n")
        let former = try #require(try await archive.ids("ferry").first)
        let text = dump.replacing("The bakers\n", with: "Bakers\n")
        _ = try await archive.importDump(Listing.dump(text, name: "later.txt"))
        let present = try #require(try await archive.ids("island").first)
        #expect(present != former)
        #expect(try await archive.related(to: former) == archive.related(to: present))
        #expect(try await archive.related(to: former)?.isEmpty == false)
    }

    @Test func anArchiveOfOneArticleHasNothingRelated() async throws {
        let archive = try await archive("01.02.2025, 10:00 1\nThe ferry\nBoats leave.\n")
        #expect(try await related("ferry", in: archive).isEmpty)
    }

    @Test func scriptsWithoutSpacesAreRelatedByPairs() async throws {
        let others = (0..<20).map { "01.03.2025, 10:\(10 + $0) 1\nOther \($0)\nText \($0)\n" }.joined()
        let archive = try await archive(
            "01.02.2025, 10:00 1\n北京市长\n新的渡轮\n01.02.2025, 11:00 1\n北京市\n渡轮很新\n" + others)
        let found = try await related("市长", in: archive)
        #expect(found.map(\.article.headline.text) == ["北京市"])
        #expect(found.first.map { Set($0.sharedWords) } == ["北京", "京市", "渡轮"])
    }
}
