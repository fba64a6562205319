import Dispatch
import Foundation
import NewsArchiveSQLite
import Testing

@testable import NewsArchive

@Suite struct ArchiveImportTests {
    private func counts(_ added: Int, _ seenAgain: Int, _ revised: Int = 0, _ rejected: Int = 0)
        -> RecordCounts
    {
        var counts = RecordCounts()
        counts.added = added
        counts.seenAgain = seenAgain
        counts.revised = revised
        counts.rejected = rejected
        return counts
    }

    @Test func theSameDumpTwiceIsTheSameAsOnce() async throws {
        let archive = try Archive.inMemory()
        let dump = DumpInput.file(
            path: Folder.fixtures.appending(path: "Dumps/listing-tiny-invented.txt").path)
        let first = try await archive.importDump(dump)
        let before = try await archive.content()
        let second = try await archive.importDump(dump)
        #expect(second.wasAlreadyImported)
        #expect(second.resumed == first.counts.records)
        #expect(second.counts == RecordCounts())
        #expect(try await archive.content() == before)
    }

    @Test func theSameRecordsInAnotherDumpAreSeenAgainAndNothingElse() async throws {
        let archive = try Archive.inMemory()
        let url = Folder.fixtures.appending(path: "Dumps/listing-tiny-invented.txt")
        let text = try String(contentsOf: url, encoding: .utf8)
        let first = try await archive.importDump(Listing.dump(text, name: "a"))
        let before = try await archive.statistics()
        let second = try await archive.importDump(Listing.dump(text + "\n", name: "b"))
        #expect(second.counts == counts(0, first.counts.records))
        let after = try await archive.statistics()
        #expect(after.articles == before.articles)
        #expect(after.revisions == before.revisions)
        #expect(after.sightings == before.sightings * 2)
        #expect(try await archive.problems().isEmpty)
    }

    @Test func chunksOfAnySizeGiveTheSameArchive() async throws {
        let text = try String(
            contentsOf: Folder.fixtures.appending(path: "Dumps/listing-tiny-invented.txt"), encoding: .utf8)
        let whole = try Archive.inMemory()
        _ = try await whole.importDump(Listing.dump(text))
        for limit in [1, 500, 3000, 10_000] {
            var options = ImportOptions()
            options.chunkByteLimit = limit
            let pieces = try Archive.inMemory()
            let report = try await pieces.importDump(Listing.dump(text), options: options)
            #expect(report.counts.records == 61)
            #expect(try await pieces.content() == whole.content(), "chunks of \(limit) bytes")
            #expect(try await pieces.problems().isEmpty)
        }
    }

    @Test func aBareHeadlineAndItsArticleAreOne() async throws {
        let archive = try Archive.inMemory()
        let lead = " date 2025-10-10 Ferry opens in HarnbyFerry opens in Harnby\n"
        _ = try await archive.importDump(Listing.dump(lead, name: "lead"))
        let bare = try #require(try await archive.only("harnby"))
        #expect(bare.published?.description == "2025-10-10")
        #expect(bare.published?.origin == .dump)
        let record = "08.10.2025, 12:21 7\nFerry opens in Harnby\nBoats leave.\n"
        let report = try await archive.importDump(Listing.dump(record, name: "record"))
        #expect(report.counts == counts(0, 1))
        let article = try #require(try await archive.only("boats"))
        #expect(article.published?.description == "2025-10-08T12:21:00Z")
        #expect(article.published?.origin == .stated)
        #expect(article.sightings.map(\.decision.rule) == [.noText, .new])
        #expect(article.revisions.isEmpty)
        #expect(try await archive.article(bare.id)?.id == article.id, "the former id leads to it")
        #expect(try await archive.problems().isEmpty)
    }

    @Test func aNewIDIsNoFormerOne() async throws {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(
            Listing.dump(" date 2025-10-10 Ferry opens in Harnby\n", name: "lead"))
        let bare = try #require(try await archive.ids("harnby").first)
        _ = try await archive.importDump(
            Listing.dump("09.10.2025, 12:21 7\nFerry opens in Harnby\nBoats.\n", name: "record"))
        _ = try await archive.importDump(
            Listing.dump("10.10.2025\nAnother one at midnight\nText.\n", name: "other"))
        #expect(try await archive.ids("midnight").first != bare)
        #expect(try await archive.article(bare)?.headline == "Ferry opens in Harnby")
    }

    @Test func aChangedTextIsARevisionAndTheLatestOneIsFound() async throws {
        let archive = try Archive.inMemory()
        func dump(_ day: String, _ text: String, _ views: Int) -> DumpInput {
            Listing.dump(
                " date 2025-10-\(day)\n08.10.2025, 12:21 \(views)\nFerry opens\n\(text)\n", name: day)
        }
        _ = try await archive.importDump(dump("09", "The first wording.", 5))
        let report = try await archive.importDump(dump("10", "The second wording.", 9))
        #expect(report.counts == counts(0, 0, 1))
        #expect(try await archive.ids("first").isEmpty)
        let article = try #require(try await archive.only("second"))
        #expect(article.views == 9)
        #expect(article.revisions.map(\.body.string) == ["The first wording."])
        #expect(article.revisions.first?.firstSeen?.description == "2025-10-09")
        #expect(article.sightings.map(\.revision) == [0, nil])
        #expect(try await archive.problems().isEmpty)
    }

    @Test func anOlderDumpDoesNotReplaceALaterWording() async throws {
        let archive = try Archive.inMemory()
        func dump(_ day: String, _ text: String, _ views: Int) -> DumpInput {
            Listing.dump(
                " date 2025-10-\(day)\n08.10.2025, 12:21 \(views)\nFerry opens\n\(text)\n", name: day)
        }
        _ = try await archive.importDump(dump("10", "The second wording.", 9))
        let report = try await archive.importDump(dump("09", "The first wording.", 5))
        #expect(report.counts == counts(0, 0, 1))
        let article = try #require(try await archive.only("second"))
        #expect(article.views == 9)
        #expect(article.sightings.map(\.seen?.description) == ["2025-10-09", "2025-10-10"])
        #expect(article.sightings.map(\.revision) == [0, nil])
    }

    @Test func aWordingThatComesBackIsThePresentOneAgain() async throws {
        let archive = try Archive.inMemory()
        for (day, text) in [("09", "Wording one."), ("10", "Wording two."), ("11", "Wording one.")] {
            _ = try await archive.importDump(
                Listing.dump(" date 2025-10-\(day)\n08.10.2025, 12:21 5\nFerry opens\n\(text)\n", name: day))
        }
        let article = try #require(try await archive.only("one"))
        #expect(article.revisions.map(\.body.string) == ["Wording two."])
        #expect(article.sightings.map(\.revision) == [nil, 0, nil])
        #expect(try await archive.problems().isEmpty)
    }

    private func importAll(_ dumps: [String]) async throws -> Archive {
        let archive = try Archive.inMemory()
        for (number, text) in dumps.enumerated() {
            _ = try await archive.importDump(Listing.dump(text, name: "dump \(number)"))
        }
        #expect(try await archive.problems().isEmpty)
        return archive
    }

    @Test func aLeadWithOtherQuotesDoesNotHideTheTextOfItsRecord() async throws {
        let lead = " date 2025-10-10 Minister calls \"new bridge\" a success\n"
        let record = "09.10.2025, 12:21 500\nMinister calls “new bridge” a success\nThe zebrafish text.\n"
        for dumps in [
            [lead + record], [lead, " date 2025-10-10\n" + record], [" date 2025-10-10\n" + record, lead],
        ] {
            let archive = try await importAll(dumps)
            let article = try #require(try await archive.only("zebrafish"))
            #expect(article.headline == "Minister calls “new bridge” a success", "the stamped record says it")
            #expect(article.views == 500)
        }
    }

    @Test func theWayIntoTheArchiveDoesNotMatter() async throws {
        let parts = [
            " date 2025-10-10 Minister calls \"new bridge\" a success\n",
            "09.10.2025, 12:21 500\nMinister calls “new bridge” a success\nThe zebrafish text.\n",
            " date 2025-10-11\n09.10.2025, 12:21 700\nMinister calls ”new bridge“ a success\nThe zebrafish text.\n",
        ]
        let whole = try await importAll([parts.joined()]).only("zebrafish")
        let split = try await importAll([parts[0] + parts[1], parts[2]]).only("zebrafish")
        #expect(whole?.headline == split?.headline)
        #expect(whole?.views == 700 && split?.views == 700)
        #expect(whole?.revisions.map(\.headline) == split?.revisions.map(\.headline))
    }

    @Test func aBareHeadlineBringsBackNoOldText() async throws {
        func dump(_ day: String, _ headline: String, _ text: String) -> String {
            " date 2025-10-\(day)\n08.10.2025, 12:21\n\(headline)\n\(text)"
        }
        let archive = try await importAll([
            dump("09", "A “curly” headline", "The oldword.\n"),
            dump("10", "A \"curly\" headline", "The newword.\n"),
            " date 2025-10-11 A “curly” headline\n",
        ])
        let article = try #require(try await archive.only("newword"))
        #expect(article.headline == "A “curly” headline")
        #expect(try await archive.ids("oldword").isEmpty)
        #expect(article.revisions.allSatisfy { !$0.body.isEmpty })
    }

    @Test func aBareHeadlineNeverEmptiesAText() async throws {
        let archive = try await importAll([
            " date 2025-10-09\n08.10.2025, 12:21\nMinister speaks today\nThe keepword.\n",
            " date 2025-10-07 MINISTER SPEAKS TODAY\n", " date 2025-10-10 MINISTER SPEAKS TODAY\n",
        ])
        #expect(try await archive.only("keepword")?.headline == "MINISTER SPEAKS TODAY")
    }

    @Test func viewsAreThoseOfTheLatestSightingThatStatesThem() async throws {
        let archive = try await importAll(
            [("10", ""), ("02", " 5"), ("05", " 9"), ("04", " 7")].map { day, views in
                " date 2025-10-\(day)\n01.10.2025, 12:21\(views)\nMinister speaks today\nText.\n"
            })
        #expect(try await archive.only("minister")?.views == 9)
    }

    @Test func aLeadDatedByAMonthIsNearToAllOfIt() async throws {
        let archive = try await importAll([
            " date 2025-10 Minister speaks today\n22.10.2025, 10:00\nOther headline here\nText.\n"
                + "21.10.2025, 10:00\nMinister speaks today\nThe text.\n"
        ])
        #expect(try await archive.statistics().articles == 2)
    }

    @Test func aStoppedImportGoesOnWithItsOwnSettingsOnly() async throws {
        let folder = try TemporaryFolder()
        let archive = try Archive(path: folder.path("a.sqlite"))
        let dump = Listing.dump(Listing.records(5))
        _ = try await archive.importDump(dump, options: ImportOptions(source: "gazette"))
        let before = try await archive.dumps().map(\.taken)
        try await archive.pool.writer.run { try $0.execute("UPDATE dump SET finished = NULL") }
        await #expect(throws: ArchiveError.self) {
            try await archive.importDump(dump, options: ImportOptions(source: "other"))
        }
        let report = try await archive.importDump(dump, options: ImportOptions(source: "gazette"))
        #expect(report.resumed == 5)
        #expect(try await archive.dumps().map(\.taken) == before)
    }

    @Test func resumingKeepsTheDateOnWhichADumpWasTaken() async throws {
        let archive = try Archive.inMemory()
        let dump = Listing.dump(" date 2025-10-10 Minister speaks today\n")
        _ = try await archive.importDump(dump)
        try await archive.pool.writer.run { try $0.execute("UPDATE dump SET finished = NULL") }
        _ = try await archive.importDump(dump)
        #expect(try await archive.dumps().map(\.taken) == ["2025-10-10"])
    }

    @Test func thousandsOfArticlesUnderOneHeadlineAreToldApart() async throws {
        let archive = try Archive.inMemory()
        let records = (0..<2000).map { number in
            "0\(number % 9 + 1).0\(number / 9 % 9 + 1).20\(10 + number / 81), 10:00\nWeather report\n"
                + Listing.text(about: "w\(number)x") + "\n"
        }
        _ = try await archive.importDump(Listing.dump(records.joined()))
        #expect(try await archive.statistics().articles == 2000)
    }

    @Test func noSightingIsLostWhereLittleIsHeldToCompareWith() async throws {
        let archive = try Archive.inMemory()
        let records = (1...6).map { day in
            "0\(day).02.2025, 10:00 \(day)\nWeather report\n\(Listing.text(about: "w\(day)x"))\n"
        }
        _ = try await archive.importDump(Listing.dump(records.joined(), name: "a"))
        // Each twice, and in turn, so that what was held of one is let go for the others.
        let again = (records + records.reversed() + records).joined()
        for (number, limit) in [1, 500, 1000, 1 << 20].enumerated() {
            var options = ImportOptions()
            options.comparedByteLimit = limit
            // Other bytes each time: else the dump was imported before.
            let dump = Listing.dump(again + String(repeating: "\n", count: number))
            let report = try await archive.importDump(dump, options: options)
            #expect(report.counts == counts(0, 18), "\(limit) bytes")
        }
        #expect(try await archive.statistics().sightings == 6 + 4 * 18)
    }

    @Test func anArticleThatMovesIsFollowedByThoseThatReferToIt() async throws {
        let archive = try Archive.inMemory()
        let bridge = "05.02.2025, 10:00\nBridge closes\n\(Listing.text(about: "bridge"))\n"
        _ = try await archive.importDump(
            Listing.dump(" date 2025-02-10 Weather report\n" + bridge, name: "lead and bridge"))
        var options = ImportOptions()
        options.comparedByteLimit = -1
        // March refers to the lead's article; the bridge makes it be let go; February dates it, and so it moves.
        let text =
            "09.03.2025, 10:00\nWeather report\n\(Listing.text(about: "march"))\n" + bridge
            + "09.02.2025, 10:00\nWeather report\n\(Listing.text(about: "february"))\n"
        _ = try await archive.importDump(Listing.dump(text), options: options)
        let february = try #require(try await archive.only("february0"))
        #expect(february.sightings.map(\.decision.rule) == [.noText, .new])
        #expect(try await archive.only("march0")?.sightings.map(\.decision.other) == [february.id])
        #expect(try await archive.problems().isEmpty)
    }

    @Test func rejectsOfSeveralDumpsKeepTheirOwnDates() async throws {
        let folder = try TemporaryFolder()
        let archive = try Archive.inMemory()
        let options = ImportOptions(rejectsPath: folder.path("rejects.txt"))
        let dumps = [
            " date 2025-10-10\n31.02.2025\nHeadline number one\nText.\n",
            "31.02.2025\nHeadline number two\nText.\n",
            "Text before any stamp\n01.02.2025\nHeadline number three\nText.\n",
        ]
        for dump in dumps {
            _ = try await archive.importDump(Listing.dump(dump, name: dump), options: options)
        }
        let kept = try String(contentsOfFile: folder.path("rejects.txt"), encoding: .utf8)
        let mended = try Archive.inMemory()
        let report = try await mended.importDump(Listing.dump(kept.replacing("31.02.", with: "28.02.")))
        #expect(report.counts == counts(2, 0, 0, 1))
        #expect(try await mended.only("one")?.sightings.first?.seen?.description == "2025-10-10")
        #expect(try await mended.only("two")?.sightings.first?.seen == nil)
        #expect(try await mended.only("two")?.body.string == "Text.")
    }

    @Test func aRecurringColumnIsAsManyArticlesAsItHasTexts() async throws {
        let url = Folder.fixtures.appending(path: "Variants/v22-recurring-column.txt")
        for (identity, articles) in [(IdentityRule.automatic, 3), (.headline, 1), (.exact, 3)] {
            let archive = try Archive.inMemory()
            _ = try await archive.importDump(
                .file(path: url.path), options: ImportOptions(identity: identity))
            #expect(try await archive.statistics().articles == articles, "\(identity)")
            #expect(try await archive.statistics().sightings == 3)
        }
    }

    @Test func whatCannotBeReadIsCountedNamedAndKept() async throws {
        let folder = try TemporaryFolder()
        let archive = try Archive.inMemory()
        let text =
            " date 2025-10-10\n31.02.2025, 12:21 5\nImpossible\nText\n09.10.2025, 12:21 5\nPossible\nText\n"
        let rejections = Recorder<Rejection>()
        let report = try await archive.importDump(
            Listing.dump(text), options: ImportOptions(rejectsPath: folder.path("rejects.txt")),
            onRejection: { rejections.record($0) })
        #expect(report.counts == counts(1, 0, 0, 1))
        let rejection = try #require(rejections.values.first)
        #expect(rejection.place == RecordPlace(line: 2, byteOffset: 17, byteCount: 36))
        #expect(rejection.reason == .impossibleTime("31.02.2025, 12:21 5"))
        let kept = try String(contentsOfFile: folder.path("rejects.txt"), encoding: .utf8)
        #expect(kept == " date 2025-10-10\n31.02.2025, 12:21 5\nImpossible\nText\n")
    }

    @Test func mendedRejectsCanBeImported() async throws {
        let folder = try TemporaryFolder()
        let archive = try Archive.inMemory()
        let text = " date 2025-10-10\n31.02.2025, 12:21 5\nImpossible\nText"
        _ = try await archive.importDump(
            Listing.dump(text), options: ImportOptions(rejectsPath: folder.path("rejects.txt")))
        let kept = try String(contentsOfFile: folder.path("rejects.txt"), encoding: .utf8)
        let report = try await archive.importDump(Listing.dump(kept.replacing("31.02", with: "01.03")))
        #expect(report.counts == counts(1, 0))
        #expect(try await archive.only("impossible")?.sightings.first?.seen?.description == "2025-10-10")
    }

    @Test func rejectsAreNotAppendedToTheArchiveOrTheDump() async throws {
        let folder = try TemporaryFolder()
        let archive = try Archive(path: folder.path("a.sqlite"))
        let text = "31.02.2025, 12:21 5\nImpossible\nText\n"
        try text.write(toFile: folder.path("dump.txt"), atomically: false, encoding: .utf8)
        for (name, reason) in [
            ("a.sqlite", "it is the archive itself"), ("dump.txt", "it is the dump itself"),
        ] {
            let path = folder.path(name)
            await #expect(throws: ArchiveError.unwritableRejects(path: path, reason: reason)) {
                try await archive.importDump(
                    .file(path: folder.path("dump.txt")), options: ImportOptions(rejectsPath: path))
            }
        }
        #expect(try String(contentsOfFile: folder.path("dump.txt"), encoding: .utf8) == text)
        #expect(try await archive.dumps().isEmpty)
        #expect(try await archive.problems().isEmpty)
    }

    @Test(arguments: ["", "-wal", "-shm"])
    func theArchiveAndWhatIsBesideItAreNoDumps(ending: String) async throws {
        let folder = try TemporaryFolder()
        let archive = try Archive(path: folder.path("a.sqlite"))
        _ = try await archive.importDump(Listing.dump(Listing.records(1)))
        let path = folder.path("a.sqlite") + ending
        await #expect(throws: ArchiveError.notADump(dump: path, reason: "it is the archive itself")) {
            try await archive.importDump(.file(path: path))
        }
    }

    @Test func aDryRunComesToTheSameVerdictsAndChangesNothing() async throws {
        let folder = try TemporaryFolder()
        let archive = try Archive(path: folder.path("a.sqlite"))
        _ = try await archive.importDump(Listing.dump(Listing.records(20), name: "a"))
        let before = try await archive.content()
        let text = Listing.records(30) + "31.02.2025, 12:21 5\nImpossible\nText\n"
        var options = ImportOptions(rejectsPath: folder.path("rejects.txt"))
        options.chunkByteLimit = 500
        options.isDryRun = true
        let dry = try await archive.importDump(Listing.dump(text, name: "b"), options: options)
        #expect(try await archive.content() == before)
        #expect(!FileManager.default.fileExists(atPath: folder.path("rejects.txt")))
        options.isDryRun = false
        let real = try await archive.importDump(Listing.dump(text, name: "b"), options: options)
        #expect(dry.counts == real.counts)
        #expect(real.counts == counts(10, 20, 0, 1))
        #expect(try await archive.problems().isEmpty)
    }

    @Test func aCancelledImportEndsAtAChunkAndGoesOnFromThere() async throws {
        let folder = try TemporaryFolder()
        let archive = try Archive(path: folder.path("a.sqlite"))
        var options = ImportOptions()
        options.chunkByteLimit = 2000
        let chunked = options
        let dump = Listing.dump(Listing.records(200))
        let hasStored = DispatchSemaphore(value: 0)
        let isCancelled = DispatchSemaphore(value: 0)
        let calls = Recorder<Int>()
        let task = Task {
            try await archive.importDump(dump, options: chunked) { progress in
                guard progress.records > 0, calls.values.isEmpty else { return }
                calls.record(progress.records)
                hasStored.signal()
                isCancelled.wait()
            }
        }
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                hasStored.wait()
                continuation.resume()
            }
        }
        task.cancel()
        isCancelled.signal()
        let first = try await task.value
        #expect(first.wasInterrupted)
        #expect((1..<200).contains(first.counts.records))
        let second = try await archive.importDump(dump, options: options)
        #expect(second.resumed == first.counts.records)
        #expect(first.counts.records + second.counts.records == 200)
        let undisturbed = try Archive.inMemory()
        _ = try await undisturbed.importDump(dump)
        #expect(try await archive.content() == undisturbed.content())
        #expect(try await archive.dumps().count == 1)
    }

    @Test func readingGoesOnWhileAnImportWrites() async throws {
        let folder = try TemporaryFolder()
        let archive = try Archive(path: folder.path("a.sqlite"))
        _ = try await archive.importDump(Listing.dump(Listing.records(3), name: "a"))
        let found = Recorder<Int>()
        let trains = Listing.dump(Listing.records(50, subject: "train"), name: "b")
        _ = try await archive.importDump(trains) { _ in
            // On the writer's thread, inside its transaction: a search beside it must come to its end.
            let isDone = DispatchSemaphore(value: 0)
            Task {
                let results = try await archive.search("ferry").results
                found.record(results.count)
                isDone.signal()
            }
            isDone.wait()
        }
        #expect(!found.values.isEmpty)
        #expect(found.values.allSatisfy { $0 == 3 })
    }

    @Test func aSourceIsRememberedWithArticleAndSighting() async throws {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(
            Listing.dump(Listing.records(1)), options: ImportOptions(source: "gazette"))
        let article = try #require(try await archive.only("ferry"))
        #expect(article.source == "gazette")
        #expect(article.sightings.first?.source == "gazette")
        #expect(try await archive.statistics().sources == 1)
    }

    @Test func aFileThatIsNoDumpIsSaidToBeNone() async throws {
        let archive = try Archive.inMemory()
        await #expect(throws: ArchiveError.notADump(dump: "x", reason: "it is empty")) {
            try await archive.importDump(.bytes([], name: "x"))
        }
        await #expect(throws: ArchiveError.notADump(dump: "x", reason: "it is a JPEG picture")) {
            try await archive.importDump(.bytes([0xFF, 0xD8, 0xFF, 0xE0], name: "x"))
        }
        await #expect(throws: ArchiveError.self) { try await archive.importDump(.file(path: "/nonexistent")) }
        #expect(try await archive.dumps().isEmpty)
    }

    @Test func bytesThatAreNotUTF8AreRejectedAndNULsAreKept() async throws {
        let archive = try Archive.inMemory()
        var bytes = Array("01.02.2025, 10:00\nA headline\nA\0B\n01.02.2025, 11:00\nBad ".utf8)
        bytes += [0xE9, 0x0A]
        let report = try await archive.importDump(
            .bytes(bytes, name: "x"), options: ImportOptions(encoding: .utf8))
        #expect(report.counts == counts(1, 0, 0, 1))
        #expect(try await archive.only("headline")?.body.string == "A\0B")
    }
}
