import Testing

@testable import NewsArchive

@Suite struct IdentityReaderTests {
    private let ferry = "01.10.2025, 08:00 5\nThe ferry is late\n\(Listing.text(about: "ferry"))\n"

    private func archive(_ dumps: String...) async throws -> Archive {
        let archive = try Archive.inMemory()
        for (number, dump) in dumps.enumerated() {
            _ = try await archive.importDump(
                Listing.dump(" date 2025-10-1\(number)\n\(dump)", name: "dump \(number)"))
        }
        return archive
    }

    @Test func headlinesOfOneKeyStandTogether() async throws {
        let archive = try await archive(
            ferry, ferry.replacing("The ferry is late", with: "THE FERRY is late!"))
        let id = try #require(try await archive.articleIDs().first)
        let explanation = try await archive.explainIdentity(of: id)
        let headline = try #require(explanation.headlines.first)
        #expect(explanation.headlines.count == 1)
        #expect(headline.headlines == ["THE FERRY is late!", "The ferry is late"])
        #expect(headline.key == HeadlineKey("The ferry is late").hash)
        #expect(headline.others == 0)
        #expect(explanation.article.sightings.map(\.decision.rule) == [.new, .sameStamp])
    }

    @Test func othersUnderTheHeadlineAreCounted() async throws {
        let other = "08.10.2025, 08:00 5\nThe ferry is late\n\(Listing.text(about: "pier"))\n"
        let archive = try await archive(ferry + other)
        for id in try await archive.articleIDs() {
            #expect(try await archive.explainIdentity(of: id).headlines.map(\.others) == [1])
        }
    }

    @Test func guidsAndLinksAreNamedOnceWithTheirSource() async throws {
        let archive = try Archive.inMemory()
        let record =
            #"{"headline": "Ferry late", "body": "It waits.", "guid": "a1", "url": "https://gazette.example/1"}"#
        for (number, author) in ["Anna", "Boris"].enumerated() {
            let dump = record.replacing("\"guid\"", with: "\"author\": \"\(author)\", \"guid\"")
            _ = try await archive.importDump(
                Listing.dump(dump, name: "dump \(number)"),
                options: ImportOptions(source: "gazette", format: .jsonLines))
        }
        let id = try #require(try await archive.articleIDs().first)
        #expect(
            try await archive.explainIdentity(of: id).names == [
                SourceIdentity(kind: .guid, source: "gazette", text: "a1", isKey: true),
                SourceIdentity(
                    kind: .link, source: "gazette", text: "https://gazette.example/1", isKey: true),
            ])
    }

    @Test func whatWasDecidedByHandIsTold() async throws {
        let archive = try await archive(ferry + "02.10.2025, 09:00 7\nBoat delayed\nIt waits.\n")
        let ids = try await archive.articleIDs()
        let change = try await archive.join(ids[0], with: ids[1])
        #expect(try await archive.explainIdentity(of: ids[1]).changes == [change])
        let undone = try await archive.undoIdentityChange()
        for id in ids { #expect(try await archive.explainIdentity(of: id).changes == [undone]) }
    }

    @Test func anUnknownIdIsAnError() async throws {
        let id = ArticleID(rawValue: 5)
        let archive = try await archive(ferry)
        await #expect(throws: ArchiveError.noSuchArticle(id)) { try await archive.explainIdentity(of: id) }
    }
}
