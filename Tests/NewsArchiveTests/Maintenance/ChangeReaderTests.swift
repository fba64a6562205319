import Testing

@testable import NewsArchive

@Suite struct ChangeReaderTests {
    private func told(_ page: ArticleChanges) -> [String] {
        page.changes.map { "\($0.kind.rawValue) \($0.id)" }
    }

    @Test func allArticlesAreNewSinceTheBeginning() async throws {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(Listing.records(3)))
        let page = try await archive.changes()
        #expect(page.isComplete)
        #expect(page.changes.map(\.kind) == [.added, .added, .added])
        #expect(try await page.changes.map(\.id) == archive.articleIDs())
        #expect(try await archive.changes(since: page.next).changes == [])
    }

    @Test func aRevisedArticleComesOnceAndASightingAloneDoesNot() async throws {
        let archive = try Archive.inMemory()
        let record = "01.10.2025, 08:00 5\nThe ferry is late again\n"
        _ = try await archive.importDump(Listing.dump(" date 2025-10-01\n\(record)It is late.\n"))
        let cursor = try await archive.changes().next
        _ = try await archive.importDump(Listing.dump(" date 2025-10-02\n\(record)It is late.\n"))
        #expect(try await archive.changes(since: cursor).changes == [])
        _ = try await archive.importDump(Listing.dump(" date 2025-10-03\n\(record)It is very late.\n"))
        _ = try await archive.importDump(Listing.dump(" date 2025-10-04\n\(record)It is gone.\n"))
        #expect(try await archive.changes(since: cursor).changes.map(\.kind) == [.revised])
    }

    @Test func pagesOfAnySizeTellTheSame() async throws {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(Listing.records(7)))
        _ = try await archive.importDump(Listing.dump(Listing.records(5, subject: "pier"), name: "second"))
        _ = try await archive.undoImport(of: 1)
        let whole = try await archive.changes()
        #expect(whole.changes.count == 12)
        for limit in 1...4 {
            var cursor = ChangeCursor.beginning
            var found: [ArticleChange] = []
            while true {
                let page = try await archive.changes(since: cursor, limit: limit)
                found += page.changes
                // A cursor may be kept as text.
                cursor = try #require(ChangeCursor(page.next.description))
                if page.isComplete { break }
            }
            #expect(found == whole.changes)
            #expect(cursor == whole.next)
        }
    }

    @Test func anIDThatMovedLeadsToItsSuccessor() async throws {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(
            Listing.dump(" date 2025-10-10 The ferry is late again\n", name: "lead"))
        let former = try await archive.articleIDs()
        let cursor = try await archive.changes().next
        let text = "09.10.2025, 08:12 7\nThe ferry is late again\nIt is late.\n"
        _ = try await archive.importDump(Listing.dump(" date 2025-10-10\n\(text)", name: "list"))
        let now = try await archive.articleIDs()
        let changes = try await archive.changes(since: cursor).changes
        #expect(Set(changes.map(\.kind)) == [.revised, .removed])
        #expect(changes.first { $0.kind == .removed }?.successor == now.first)
        #expect(changes.first { $0.kind == .removed }?.id == former.first)
    }

    @Test func whatIsNoCursorIsNil() {
        #expect(ChangeCursor("") == nil)
        #expect(ChangeCursor("1.2") == nil)
        #expect(ChangeCursor("a.b.c") == nil)
    }
}
