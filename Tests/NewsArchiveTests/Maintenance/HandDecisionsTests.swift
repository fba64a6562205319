import Testing

@testable import NewsArchive

@Suite struct HandDecisionsTests {
    private let ferry = "01.10.2025, 08:00 5\nThe ferry is late again\n\(Listing.text(about: "ferry"))\n"
    private let boat = "02.10.2025, 09:00 7\nBoat delayed once more\n\(Listing.text(about: "boat"))\n"

    private func archive(_ dumps: String...) async throws -> Archive {
        let archive = try Archive.inMemory()
        for (number, dump) in dumps.enumerated() {
            _ = try await archive.importDump(
                Listing.dump(" date 2025-10-1\(number)\n\(dump)", name: "dump \(number)"))
        }
        return archive
    }

    @Test func joinedArticlesAreOne() async throws {
        let archive = try await archive(ferry + boat)
        let ids = try await archive.articleIDs()
        let change = try await archive.join(ids[0], with: ids[1])
        #expect((change.kind, change.article, change.other, change.sightings) == (.join, ids[0], ids[1], 1))
        #expect(try await archive.articleIDs() == [ids[0]])
        let article = try #require(try await archive.article(ids[1]))
        #expect(article.id == ids[0])
        #expect(article.sightings.map(\.decision.rule) == [.new, .joined])
        #expect(Set([article.headline] + article.revisions.map(\.headline)).count == 2)
        #expect(try await archive.problems() == [])
    }

    @Test func aRecordLikeAJoinedOneFollowsIt() async throws {
        let archive = try await archive(ferry + boat)
        let ids = try await archive.articleIDs()
        try await archive.join(ids[0], with: ids[1])
        _ = try await archive.importDump(Listing.dump(" date 2025-11-01\n\(boat)", name: "later"))
        #expect(try await archive.articleIDs() == [ids[0]])
        let article = try #require(try await archive.article(ids[0]))
        #expect(article.sightings.last?.decision.rule == .asBefore)
    }

    @Test func aJoinThatIsUndoneLeavesNothing() async throws {
        let archive = try await archive(ferry + boat, ferry, boat)
        let before = try await archive.content()
        let ids = try await archive.articleIDs()
        try await archive.join(ids[1], with: ids[0])
        let undone = try await archive.undoIdentityChange()
        #expect(undone.undone != nil)
        #expect(try await archive.content() == before)
        #expect(try await archive.problems() == [])
        _ = try await archive.importDump(Listing.dump(" date 2025-11-01\n\(boat)\(ferry)", name: "later"))
        #expect(try await archive.articleIDs() == ids)
    }

    @Test func aSightingThatIsSplitIsAnArticleOfItsOwn() async throws {
        let archive = try await archive(ferry, ferry.replacingOccurrences(of: "ferry7 ", with: "pier7 "))
        let id = try #require(try await archive.articleIDs().first)
        let article = try #require(try await archive.article(id))
        let change = try await archive.split(id, sightings: [article.sightings[1]])
        let other = try #require(try await archive.article(change.other))
        #expect(other.sightings.map(\.decision.rule) == [.split])
        #expect(other.sightings.map(\.decision.other) == [id])
        #expect(other.body.string.contains("pier7"))
        let rest = try #require(try await archive.article(id))
        #expect(!rest.body.string.contains("pier7"))
        #expect(rest.revisions == [])
        #expect(try await archive.problems() == [])
    }

    @Test func aRecordLikeASplitOneFollowsIt() async throws {
        let edited = ferry.replacingOccurrences(of: "ferry7 ", with: "pier7 ")
        let archive = try await archive(ferry, edited)
        let id = try #require(try await archive.articleIDs().first)
        let article = try #require(try await archive.article(id))
        let other = try await archive.split(id, sightings: [article.sightings[1]]).other
        _ = try await archive.importDump(Listing.dump(" date 2025-11-01\n\(edited)", name: "third"))
        _ = try await archive.importDump(Listing.dump(" date 2025-11-02\n\(ferry)", name: "fourth"))
        #expect(try await archive.article(id)?.sightings.count == 2)
        #expect(try await archive.article(other)?.sightings.count == 2)
        try await archive.undoIdentityChange()
        #expect(try await archive.articleIDs() == [id])
        #expect(try await archive.article(other)?.id == id)
        #expect(try await archive.article(id)?.sightings.count == 4)
        #expect(try await archive.problems() == [])
    }

    @Test(arguments: 0..<100)
    func whateverIsDoneByHandCanBeUndone(seed: UInt64) async throws {
        var listing = RandomListing(seed: seed)
        var random = SeededGenerator(seed: seed)
        let archive = try Archive.inMemory()
        for number in 0..<3 {
            _ = try await archive.importDump(Listing.dump(listing.dump(records: 6), name: "dump \(number)"))
        }
        let before = try await archive.content()
        for _ in 0..<3 {
            let ids = try await archive.articleIDs().shuffled(using: &random)
            let article = try #require(try await archive.article(ids[0]))
            if ids.count > 1, Bool.random(using: &random) {
                try await archive.join(ids[0], with: ids[1])
            } else if article.sightings.count > 1 {
                try await archive.split(ids[0], sightings: [article.sightings.shuffled(using: &random)[0]])
            }
            #expect(try await archive.problems() == [])
        }
        while try await archive.identityChanges().contains(where: { $0.undone == nil }) {
            try await archive.undoIdentityChange()
            #expect(try await archive.problems() == [])
        }
        // An id that was given to a part stays as one that leads to the article.
        let after = try await archive.content()
        #expect(Set(after).subtracting(before) == [])
        #expect(after == before)
    }

    @Test func whatCannotBeDoneIsSaid() async throws {
        let archive = try await archive(ferry + boat)
        let ids = try await archive.articleIDs()
        let article = try #require(try await archive.article(ids[0]))
        await #expect(throws: ArchiveError.self) { try await archive.join(ids[0], with: ids[0]) }
        await #expect(throws: ArchiveError.self) {
            try await archive.split(ids[0], sightings: article.sightings)
        }
        await #expect(throws: ArchiveError.self) {
            try await archive.split(ids[1], sightings: article.sightings)
        }
        await #expect(throws: ArchiveError.self) { try await archive.undoIdentityChange() }
        let missing = ArticleID(rawValue: 5)
        await #expect(throws: ArchiveError.noSuchArticle(missing)) {
            try await archive.join(missing, with: ids[0])
        }
    }

    @Test func aChangeOnWhichALaterOneRestsIsNotUndoneBeforeIt() async throws {
        let third = "03.10.2025, 09:00 7\nA pier was closed today\n\(Listing.text(about: "pier"))\n"
        let archive = try await archive(ferry + boat + third)
        let ids = try await archive.articleIDs()
        let first = try await archive.join(ids[0], with: ids[1])
        try await archive.join(ids[0], with: ids[2])
        await #expect(throws: ArchiveError.self) { try await archive.undoIdentityChange(first.id) }
    }
}

extension String {
    fileprivate func replacingOccurrences(of text: String, with other: String) -> String {
        split(separator: text, omittingEmptySubsequences: false).joined(separator: other)
    }
}
