import Testing

@testable import NewsArchive

@Suite struct SuggestionFinderTests {
    private func archive(_ records: String...) async throws -> Archive {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(records.joined()))
        return archive
    }

    private func record(_ day: String, _ headline: String, _ text: String) -> String {
        "\(day).10.2025, 08:00 5\n\(headline)\n" + (text.isEmpty ? "" : text + "\n")
    }

    /// Some of the words of two subjects.
    private func mixture(_ first: String, _ count: Int, _ second: String) -> String {
        let words = (0..<count).map { "\(first)\($0)" } + (count..<48).map { "\(second)\($0)" }
        return words.joined(separator: " ")
    }

    @Test func nearlyOneTextUnderTwoHeadlinesIsSuggested() async throws {
        let archive = try await archive(
            record("01", "Ferry late", Listing.text(about: "ferry")),
            record("02", "Boat delayed", Listing.text(about: "ferry") + " and more"),
            record("03", "Pier closed", Listing.text(about: "pier")))
        let ids = try await archive.articleIDs()
        let found = try await archive.identitySuggestions()
        #expect(found.map(\.reason) == [.sameText])
        #expect(found.map(\.score) == [1])
        #expect((found.first?.article.id, found.first?.other.id) == (ids[0], ids[1]))
        #expect(
            (found.first?.article.headline, found.first?.other.headline) == ("Ferry late", "Boat delayed"))
    }

    @Test func oneHeadlineOverTextsThatAgreeInPartIsSuggested() async throws {
        let archive = try await archive(
            record("01", "Ferry late", Listing.text(about: "ferry")),
            record("02", "Ferry late", mixture("ferry", 20, "pier")))
        let found = try await archive.identitySuggestions()
        #expect(found.map(\.reason) == [.sameHeadline])
        #expect(found.compactMap(\.score).allSatisfy { (0.3...0.45).contains($0) })
    }

    @Test func issuesOfAColumnAreNotSuggested() async throws {
        let archive = try await archive(
            record("01", "Ferry late", Listing.text(about: "ferry")),
            record("02", "Ferry late", Listing.text(about: "pier")))
        #expect(try await archive.articleIDs().count == 2)
        #expect(try await archive.identitySuggestions() == [])
    }

    @Test func aBareHeadlineOfAnotherTimeIsSuggestedWithoutAScore() async throws {
        let archive = try await archive(
            record("01", "Ferry late", ""), record("20", "Ferry late", Listing.text(about: "ferry")))
        let found = try await archive.identitySuggestions()
        #expect(found.map(\.reason) == [.sameHeadline])
        #expect(found.map(\.score) == [nil])
    }

    @Test func aTextThatIsAPartOfALongOneIsNotSuggested() async throws {
        let long = ["ferry", "pier", "quay"].map(Listing.text(about:)).joined(separator: " ")
        let archive = try await archive(
            record("01", "Ferry late", Listing.text(about: "ferry")), record("02", "The week", long))
        #expect(try await archive.identitySuggestions() == [])
    }

    @Test func shortTextsUnderTwoHeadlinesAreNoSign() async throws {
        let archive = try await archive(
            record("01", "Ferry late", "Details will follow soon."),
            record("02", "Boat delayed", "Details will follow soon."))
        #expect(try await archive.identitySuggestions() == [])
    }

    @Test func theMostAlikeComeFirstAndNoMoreThanAskedFor() async throws {
        let archive = try await archive(
            record("01", "Ferry late", Listing.text(about: "ferry")),
            record("02", "Boat delayed", Listing.text(about: "ferry")),
            record("03", "Pier closed", Listing.text(about: "pier")),
            record("04", "Pier closed", mixture("pier", 20, "quay")))
        let found = try await archive.identitySuggestions()
        #expect(found.map(\.reason) == [.sameText, .sameHeadline])
        #expect(try await archive.identitySuggestions(limit: 1) == [found[0]])
        #expect(try await archive.identitySuggestions(limit: 0) == [])
    }

    @Test func whatAPersonPartedIsNotSuggestedAgain() async throws {
        let archive = try await archive(
            record("01", "Ferry late", Listing.text(about: "ferry")),
            record("02", "Boat delayed", Listing.text(about: "ferry")))
        let ids = try await archive.articleIDs()
        try await archive.join(ids[0], with: ids[1])
        #expect(try await archive.identitySuggestions() == [])
        try await archive.undoIdentityChange()
        #expect(try await archive.articleIDs().count == 2)
        #expect(try await archive.identitySuggestions() == [])
    }

    @Test func whatAPersonSplitIsNotSuggestedUntilThatIsUndone() async throws {
        let archive = try Archive.inMemory()
        for (number, views) in ["5", "6"].enumerated() {
            let dump = " date 2025-10-1\(number)\n01.10.2025, 08:00 \(views)\nFerry late\n"
            _ = try await archive.importDump(
                Listing.dump(dump + Listing.text(about: "ferry") + "\n", name: "dump \(number)"))
        }
        let id = try #require(try await archive.articleIDs().first)
        let article = try #require(try await archive.article(id))
        try await archive.split(id, sightings: [article.sightings[1]])
        #expect(try await archive.articleIDs().count == 2)
        #expect(try await archive.identitySuggestions() == [])
    }

    @Test func sinceADateOneOfThePairMustBe() async throws {
        let archive = try await archive(
            record("01", "Ferry late", Listing.text(about: "ferry")),
            record("02", "Boat delayed", Listing.text(about: "ferry")))
        for (day, count) in [("2025-10-02", 1), ("2025-10-03", 0)] {
            let time = LocalTime(iso8601Date: day)
            #expect(try await archive.identitySuggestions(since: time).count == count)
        }
    }

    @Test func theOneWithATimeOfItsOwnStays() async throws {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(" date 2025-08-01 Ferry late\n", name: "lead"))
        _ = try await archive.importDump(
            Listing.dump(record("20", "Ferry late", Listing.text(about: "ferry"))))
        let ids = try await archive.articleIDs()
        let found = try await archive.identitySuggestions()
        #expect(found.map(\.article.id) == [ids[1]])
        #expect(found.map(\.other.id) == [ids[0]])
    }

    @Test func itSaysHowFarItIs() async throws {
        let archive = try await archive(Listing.records(3))
        let recorder = Recorder<ReviewProgress>()
        _ = try await archive.identitySuggestions { recorder.record($0) }
        #expect(recorder.values.first == ReviewProgress(step: .texts, done: 0, total: 3))
        #expect(recorder.values.last == ReviewProgress(step: .pairs, done: 0, total: 0))
    }

    @Test func itCanBeCancelled() async throws {
        let archive = try await archive(Listing.records(3))
        let task = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await archive.identitySuggestions()
        }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
    }
}
