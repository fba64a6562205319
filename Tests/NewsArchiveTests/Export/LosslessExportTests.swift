import Foundation
import Synchronization
import Testing

@testable import NewsArchive

@Suite struct LosslessExportTests {
    private func importing(_ bytes: [UInt8], into archive: Archive) async throws -> ImportReport {
        try await archive.importDump(.bytes(bytes, name: "export.jsonl"))
    }

    @Test(arguments: 0..<40)
    func anExportThatIsImportedIsExportedAsTheSameBytes(seed: UInt64) async throws {
        var random = RandomArchive(seed: seed)
        let archive = try await random.archive(stories: 30)
        let bytes = try await archive.exported()
        let copy = try Archive.inMemory()
        let report = try await importing(bytes, into: copy)
        #expect(try await report.counts.added == archive.articleIDs().count)
        #expect(try await copy.exported() == bytes)
        #expect(try await copy.problems() == [])
        #expect(try await copy.content() == archive.content())
    }

    #if Feeds
        @Test func feedsWithAllTheySayComeBack() async throws {
            let archive = try Archive.inMemory()
            let feed = Array(try Data(contentsOf: Folder.fixtures.appending(path: "Dumps/feed-invented.rss")))
            _ = try await archive.importDump(.bytes(feed, name: "feed.rss"))
            let bytes = try await archive.exported()
            let copy = try Archive.inMemory()
            _ = try await importing(bytes, into: copy)
            #expect(try await copy.exported() == bytes)
            // It is known by its guids and links.
            let again = try await copy.importDump(.bytes(feed + Array("\n".utf8), name: "again.rss"))
            #expect(again.counts.added == 0)
        }
    #endif

    @Test(arguments: ["ferry", "since:2025", "-covid"])
    func whatAQueryFindsComesBackAsAnExcerpt(typed: String) async throws {
        var random = RandomArchive(seed: 7)
        let archive = try await random.archive(stories: 30)
        let bytes = try await archive.exported(Query(typed))
        let copy = try Archive.inMemory()
        _ = try await importing(bytes, into: copy)
        #expect(try await copy.exported() == bytes)
        #expect(try await copy.articleIDs().count < archive.articleIDs().count)
        #expect(try await copy.problems() == [])
    }

    @Test func aDumpOfAnExcerptCanBeImportedWhole() async throws {
        let archive = try Archive.inMemory()
        let dump = Listing.dump(Listing.records(3) + Listing.records(2, subject: "pier"))
        _ = try await archive.importDump(dump)
        let copy = try Archive.inMemory()
        _ = try await importing(try await archive.exported(Query("pier")), into: copy)
        #expect(try await copy.articleIDs().count == 2)
        let report = try await copy.importDump(dump)
        #expect((report.counts.added, report.wasAlreadyImported) == (3, false))
        #expect(try await copy.statistics().sightings == 5)
        #expect(try await copy.statistics().dumps == 1)
    }

    @Test func theSameExportAgainChangesNothing() async throws {
        var random = RandomArchive(seed: 3)
        let archive = try await random.archive(stories: 20)
        let bytes = try await archive.exported()
        let report = try await importing(bytes, into: archive)
        #expect(report.wasAlreadyImported)
        #expect(try await archive.exported() == bytes)
    }

    @Test func whatWasPrunedDoesNotComeBackInTheCopyEither() async throws {
        let archive = try Archive.inMemory()
        let dump = Listing.records(5)
        _ = try await archive.importDump(Listing.dump(dump))
        let time = try #require(LocalTime(iso8601Date: "2030-01-01"))
        _ = try await archive.prune(before: time)
        let bytes = try await archive.exported()
        let copy = try Archive.inMemory()
        _ = try await importing(bytes, into: copy)
        #expect(try await copy.exported() == bytes)
        let again = try await copy.importDump(Listing.dump("\(dump)\n", name: "again"))
        #expect((again.counts.added, again.counts.seenAgain) == (0, 5))
    }

    @Test func aDryRunChangesNothing() async throws {
        var random = RandomArchive(seed: 3)
        let bytes = try await random.archive(stories: 5).exported()
        let copy = try Archive.inMemory()
        let report = try await copy.importDump(
            .bytes(bytes, name: "export"), options: ImportOptions(isDryRun: true))
        #expect(report.counts.added > 0)
        #expect(try await copy.statistics().articles == 0)
    }

    @Test(arguments: [
        "{\"news_archive_export\":2}\n", "{\"news_archive_export\":1}\n{\"other\":1}\n",
        "{\"news_archive_export\":1}\n{\"id\":5,\"headline\":\"A\",\"sightings\":[]}\n",
        "{\"news_archive_export\":1}\n{\"id\":5,\"headline\":\"A\",\"sightings\":[{\"dump\":0}]}\n",
        "{\"news_archive_export\":1}\nnot JSON\n", "{\"news_archive_export\":1}\n{\"dump\":\"a\"",
    ])
    func whatIsNoExportIsAnErrorThatNamesTheLine(text: String) async throws {
        let archive = try Archive.inMemory()
        await #expect(throws: ArchiveError.self) { try await importing(Array(text.utf8), into: archive) }
        #expect(try await archive.content() == [])
    }

    @Test func everyLineIsJSONAndHoldsNothingThatATerminalObeys() async throws {
        let archive = try Archive.inMemory()
        let text =
            "01.10.2025, 08:00\nThe \u{1B}[31mferry\u{85} \u{202E}is late\u{2066}\nA \"text\" with \\ and \u{7F}.\n"
        _ = try await archive.importDump(Listing.dump(text))
        let bytes = try await archive.exported()
        let harmful = String(decoding: bytes, as: UTF8.self).unicodeScalars.filter { scalar in
            scalar != "\n"
                && (scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
                    || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value))
        }
        #expect(harmful.isEmpty)
        for line in bytes.split(separator: 0x0A) {
            _ = try JSONSerialization.jsonObject(with: Data(line))
        }
    }
}

/// What was written, from whatever thread.
final class Collected: Sendable {
    private let bytes = Mutex<[UInt8]>([])

    var all: [UInt8] { bytes.withLock { $0 } }

    func add(_ piece: [UInt8]) { bytes.withLock { $0 += piece } }
}

extension Archive {
    /// The bytes of a lossless export.
    func exported(_ query: Query? = nil) async throws -> [UInt8] {
        let collected = Collected()
        try await export(query, as: .jsonLines) { collected.add($0) }
        return collected.all
    }
}
