import Testing

@testable import NewsArchive

@Suite struct IdentityComparerTests {
    private func compare(_ records: String, identity: IdentityRule = .exact) async throws
        -> IdentityComparison
    {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(
            Listing.dump(records), options: ImportOptions(identity: identity))
        let ids = try await archive.articleIDs()
        try #require(ids.count == 2)
        return try await archive.compareIdentity(ids[0], ids[1])
    }

    private func record(_ day: String, _ headline: String, _ subject: String?) -> String {
        "\(day).10.2025, 08:00 5\n\(headline)\n" + (subject.map { Listing.text(about: $0) + "\n" } ?? "")
    }

    @Test func anotherHeadlineIsAnotherArticle() async throws {
        let found = try await compare(
            record("01", "Ferry late", "ferry") + record("02", "Boat late", "ferry"))
        #expect((found.wouldBeOne, found.rule, found.agreement) == (false, .new, 1000))
        #expect(found.sharedHeadlines == [])
    }

    @Test func textsThatAgreeAreOne() async throws {
        let found = try await compare(
            record("01", "Ferry late", "ferry") + record("02", "FERRY late", "ferry"))
        #expect((found.wouldBeOne, found.rule) == (true, .textsAgree))
        #expect(found.sharedHeadlines == ["Ferry late"])
        #expect(found.words == [48, 48])
        #expect(!found.haveSameStamp)
    }

    @Test func theSameStampIsOne() async throws {
        let found = try await compare(
            record("01", "Ferry late", "ferry") + record("01", "Ferry LATE", "pier"))
        #expect((found.wouldBeOne, found.rule, found.haveSameStamp) == (true, .sameStamp, true))
        #expect(found.agreement == 0)
    }

    @Test func textsThatDisagreeAreTwo() async throws {
        let records = record("01", "Ferry late", "ferry") + record("02", "Ferry late", "pier")
        let found = try await compare(records, identity: .automatic)
        #expect((found.wouldBeOne, found.rule, found.agreement) == (false, .sameHeadline, 0))
    }

    @Test(arguments: [("02", true, IdentityDecision.Rule.noText), ("20", false, .sameHeadline)])
    func aBareHeadlineIsOneWithinAWeek(day: String, isOne: Bool, rule: IdentityDecision.Rule) async throws {
        let found = try await compare(record("01", "Ferry late", "ferry") + record(day, "Ferry late", nil))
        #expect((found.wouldBeOne, found.rule, found.agreement) == (isOne, rule, nil))
    }

    @Test func theSameGuidOfOneSourceIsOne() async throws {
        let archive = try Archive.inMemory()
        let records =
            #"{"headline": "Ferry late", "body": "It waits.", "guid": "a1"}"# + "\n"
            + #"{"headline": "Pier closed", "body": "It rests.", "guid": "a1"}"# + "\n"
            + #"{"headline": "Boat sunk", "body": "It lies.", "guid": "a2"}"# + "\n"
        _ = try await archive.importDump(
            Listing.dump(records),
            options: ImportOptions(source: "gazette", identity: .exact, format: .jsonLines))
        let (first, second) = try await (archive.only("ferry"), archive.only("pier"))
        let found = try await archive.compareIdentity(
            try #require(first).id, try #require(second).id)
        #expect((found.wouldBeOne, found.rule) == (true, .sameGuid))
        #expect(found.sharedNames.map(\.text) == ["a1"])
    }

    @Test func twoIdsOfOneArticleAreNotCompared() async throws {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(Listing.records(2)))
        let ids = try await archive.articleIDs()
        try await archive.join(ids[0], with: ids[1])
        await #expect(throws: ArchiveError.self) { try await archive.compareIdentity(ids[0], ids[1]) }
    }
}
