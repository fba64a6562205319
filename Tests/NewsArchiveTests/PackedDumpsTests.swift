import Foundation
import Testing

@testable import NewsArchive

/// Dumps that are packed or encoded otherwise than UTF-8, through the whole import.
@Suite struct PackedDumpsTests {
    private let lines = """
        {"headline": "Ferry late", "body": "Boats wait.", "date": "2025-10-09T12:00:00Z"}
        {"headline": "Pier closed", "body": "No entry.", "date": "2025-10-08T12:00:00Z"}

        """

    /// `lines`, packed by gzip, in base 64; made by Python's module gzip.
    private let packed =
        "H4sIAAAAAAACA6tWykhNTMnJzEtVslJQckstKqpUyEksSVXSUVBKyk+pBIk65SeWFCuUJ2aW6IGEU0DSQGEjAyNTXUMDXQPLEEMj"
        + "KwMDIIpSquWqRjExIDO1SCE5J784NQXZSL98hdS8kqJK7AZaoBgIAHmoAF+jAAAA"

    private func headlines(_ archive: Archive) async throws -> [String] {
        try await archive.search("ferry OR pier OR fähre", order: .newest).results.map(\.headline.text)
    }

    private func utf16(_ text: String) -> [UInt8] {
        [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }

    @Test func aPackedDumpIsUnpackedWhileItIsRead() async throws {
        let archive = try Archive.inMemory()
        let bytes = Array(try #require(Data(base64Encoded: packed)))
        let report = try await archive.importDump(.bytes(bytes, name: "dump.bin"))
        #expect(report.format == .jsonLines)
        #expect(try await headlines(archive) == ["Ferry late", "Pier closed"])
        #expect(try await archive.importDump(.bytes(bytes, name: "again")).wasAlreadyImported)
    }

    @Test func whatComesBeforeTheDamageOfAPackedDumpIsStored() async throws {
        let archive = try Archive.inMemory()
        var bytes = Array(try #require(Data(base64Encoded: packed)))
        bytes.removeLast(9)
        for _ in 0..<2 {
            await #expect(throws: ArchiveError.self) {
                try await archive.importDump(.bytes(bytes, name: "dump"))
            }
            #expect(try await archive.statistics().sightings <= 2)
            #expect(try await headlines(archive).first == "Ferry late")
        }
    }

    @Test func aRejectedRecordOfAnotherEncodingIsKeptAsUTF8() async throws {
        let folder = try TemporaryFolder()
        let archive = try Archive.inMemory()
        let text = "date 2025-10-10\n09.10.2025, 12:00\nЛето\nТекст.\n31.02.2025, 10:00\nЗима\nСнег.\n"
        let options = ImportOptions(rejectsPath: folder.path("rejects.txt"))
        let report = try await archive.importDump(.bytes(utf16(text), name: "dump"), options: options)
        #expect(report.counts.added == 1)
        #expect(report.counts.rejected == 1)
        let rejects = try String(contentsOf: folder.url.appending(path: "rejects.txt"), encoding: .utf8)
        #expect(rejects == " date 2025-10-10\n31.02.2025, 10:00\nЗима\nСнег.\n")
        let again = try await archive.importDump(
            .bytes(Array(rejects.replacing("31.02", with: "28.02").utf8), name: "mended"))
        #expect(again.counts.added == 1)
    }

    @Test func bytesThatAreNoTextInTheEncodingAreNamedByTheirPlaceInTheDump() async throws {
        let archive = try Archive.inMemory()
        // A trail byte is missing after the last character.
        let bytes: [UInt8] = Array("09.10.2025\nA ".utf8) + [0x83, 0x65, 0x83, 0x58, 0x0A, 0x83, 0x20, 0x0A]
        let found = Recorder<Rejection>()
        let encoding = try #require(TextEncoding(named: "shift_jis"))
        _ = try await archive.importDump(
            .bytes(bytes, name: "dump"), options: ImportOptions(encoding: encoding),
            onRejection: { found.record($0) })
        #expect(found.values.map(\.reason) == [.undecodable(byteOffset: 18, encoding: encoding.name)])
    }

    @Test func placesInAUTF8DumpCountItsByteOrderMark() async throws {
        let archive = try Archive.inMemory()
        let found = Recorder<Rejection>()
        let bytes = [0xEF, 0xBB, 0xBF] + Array("31.02.2025\nOne\n".utf8)
        _ = try await archive.importDump(.bytes(bytes, name: "dump"), onRejection: { found.record($0) })
        #expect(found.values.map(\.place.byteOffset) == [3])
        #expect(found.values.map(\.place.byteCount) == [15])
    }

    @Test func anArticleOfAUTF8DumpStandsBehindItsByteOrderMark() throws {
        let bytes = [0xEF, 0xBB, 0xBF] + Array("09.10.2025\nFerry late\n".utf8)
        let dump = try DumpBytes(.bytes(bytes, name: "dump"), isCancelled: { false })
        let inspection = try DumpInspector(dump, ImportOptions()).inspect(recordLimit: 1)
        let stream = try TextStream(dump, inspection.layers, pieceLength: 100)
        let record = try #require(inspection.records.first)
        guard case .article(let article) = inspection.placed(record, in: stream) else {
            Issue.record("it is no article")
            return
        }
        #expect(article.place.byteOffset == 3)
    }

    @Test func anImportInAnotherEncodingGoesOnInThatOne() async throws {
        let folder = try TemporaryFolder()
        try Data(utf16(Listing.records(400))).write(to: folder.url.appending(path: "dump.txt"))
        let archive = try Archive.inMemory()
        var options = ImportOptions()
        options.chunkByteLimit = 4000
        let input = DumpInput.file(path: folder.path("dump.txt"))
        let task = Task { [options] in
            try await archive.importDump(
                input, options: options, onProgress: { _ in withUnsafeCurrentTask { $0?.cancel() } })
        }
        task.cancel()
        _ = try await task.value
        let report = try await archive.importDump(input, options: options)
        #expect(report.resumed + report.counts.records == 400)
        #expect(try await archive.statistics().articles == 400)
    }

    @Test func theMarkOfAnotherEncodingThanTheOneSaidIsAPartOfTheText() async throws {
        let archive = try Archive.inMemory()
        let found = Recorder<Rejection>()
        let bytes = [0xFF, 0xFE] + Array("\n31.02.2025\nOne\n".utf8)
        _ = try await archive.importDump(
            .bytes(bytes, name: "dump"), options: ImportOptions(format: .listing, encoding: .utf8),
            onRejection: { found.record($0) })
        #expect(found.values.map(\.place.byteOffset) == [0, 3])
    }

    @Test func aMappedFieldThatNoRecordHasIsAnErrorThatNamesThoseThereAre() async throws {
        let archive = try Archive.inMemory()
        let options = ImportOptions(fieldNames: FieldNames(given: [.headline: "Titel"]))
        do {
            _ = try await archive.importDump(.bytes(Array(lines.utf8), name: "dump"), options: options)
            Issue.record("nothing was said")
        } catch ArchiveError.notADump(_, let reason) {
            #expect(reason.contains("\"Titel\"") && reason.contains("\"headline\""))
        }
    }

    @Test func aMappedFieldIsTaken() async throws {
        let archive = try Archive.inMemory()
        let table = "Überschrift;Inhalt;Datum\nFähre spät;Boote warten.;9.10.2025\n"
        let options = ImportOptions(
            fieldNames: FieldNames(given: [.headline: "Überschrift", .body: "Inhalt", .published: "Datum"]))
        let report = try await archive.importDump(.bytes(Array(table.utf8), name: "dump"), options: options)
        #expect(report.counts.added == 1)
        #expect(try await headlines(archive) == ["Fähre spät"])
    }

    @Test func aTimeThatCannotBeReadIsKeptWithTheSighting() async throws {
        let archive = try Archive.inMemory()
        let record =
            "{\"headline\": \"Ferry late\", \"body\": \"Boats wait.\", \"date\": \"31 February 2025\"}\n"
        _ = try await archive.importDump(.bytes(Array(record.utf8), name: "dump"))
        let article = try #require(try await archive.only("ferry"))
        #expect(article.published == nil)
        #expect(article.sightings.map(\.unreadableTime) == ["31 February 2025"])
    }

    @Test func aTimeAfterTheImportIsKeptAndMarked() async throws {
        let archive = try Archive.inMemory()
        let record =
            "{\"headline\": \"Ferry late\", \"body\": \"Boats wait.\", \"date\": \"2999-01-01T10:00:00Z\"}\n"
        _ = try await archive.importDump(.bytes(Array(record.utf8), name: "dump"))
        let article = try #require(try await archive.only("ferry"))
        #expect(article.published?.description == "2999-01-01T10:00:00Z")
        #expect(article.sightings.map(\.isFromTheFuture) == [true])
    }

    /// `lines` in a ZIP archive whose directory states another checksum, in base 64; made by Python's module zipfile.
    private let damagedZIP =
        "UEsDBBQAAAAIAAAAIVp5qABfaQAAAKMAAAAKAAAAZHVtcC5qc29ubKtWykhNTMnJzEtVslJQckstKqpUyEksSVXSUV"
        + "BKyk+pBIk65SeWFCuUJ2aW6IGEU0DSQGEjAyNTXUMDXQPLEEMjKwMDIIpSquWqRjExIDO1SCE5J784NQXZSL98hdS8"
        + "kqJK7AZaoBgIAFBLAQIUAxQAAAAIAAAAIVqGqABfaQAAAKMAAAAKAAAAAAAAAAAAAACAAQAAAABkdW1wLmpzb25sUE"
        + "sFBgAAAAABAAEAOAAAAJEAAAAAAA=="

    @Test func whatComesBeforeTheDamageOfAFileInAZIPArchiveIsStored() async throws {
        let folder = try TemporaryFolder()
        try #require(Data(base64Encoded: damagedZIP)).write(to: folder.url.appending(path: "dump.zip"))
        let members = try #require(try DumpInput.members(ofZIP: folder.path("dump.zip")))
        #expect(members.map(\.name) == [folder.path("dump.zip/dump.jsonl")])
        let archive = try Archive.inMemory()
        for member in members {
            await #expect(throws: ArchiveError.self) { try await archive.importDump(member) }
        }
        #expect(try await headlines(archive) == ["Ferry late", "Pier closed"])
    }

    @Test func whatComesBeforeTheDamageIsStoredWhereAFileInAZIPArchiveIsLongerThanStated() async throws {
        let folder = try TemporaryFolder()
        var bytes = Array(try #require(Data(base64Encoded: damagedZIP)))
        // What the directory states: 100 bytes, of which the first record takes 82.
        bytes.replaceSubrange(169..<173, with: [100, 0, 0, 0])
        try Data(bytes).write(to: folder.url.appending(path: "dump.zip"))
        let member = try #require(try DumpInput.members(ofZIP: folder.path("dump.zip"))?.first)
        let archive = try Archive.inMemory()
        for _ in 0..<2 {
            await #expect(throws: ArchiveError.self) { try await archive.importDump(member) }
            #expect(try await headlines(archive) == ["Ferry late"])
        }
    }

    @Test func aRejectedRecordBeforeTheDamageOfAPackedDumpIsKept() async throws {
        let folder = try TemporaryFolder()
        let archive = try Archive.inMemory()
        let bytes = Array(try #require(Data(base64Encoded: packedWithOtherChecksum)))
        let options = ImportOptions(rejectsPath: folder.path("rejects.txt"))
        await #expect(throws: ArchiveError.self) {
            try await archive.importDump(.bytes(bytes, name: "dump"), options: options)
        }
        #expect(try await headlines(archive) == ["Ferry late"])
        let rejects = try String(contentsOf: folder.url.appending(path: "rejects.txt"), encoding: .utf8)
        #expect(rejects.contains("31.02.2025"))
    }

    /// A listing packed by gzip, its checksum changed, in base 64; made by Python's module gzip.
    /// Its records: one stamped 31 February, "Ferry late" and, at the end, "Pier closed".
    private let packedWithOtherChecksum =
        "H4sIAAAAAAACA0tJLElVMDIwMtU1NAAiLmNDPQMjPZCAjoKhgZWBAZdfvkJxaXKGQkpiJVdIakWJQn6aQmaJHpeBpZ"
        + "6hAUylEUilW2pRUaVCDtBELqf8xJJihfJEsEILdIUBmalFCsk5+cWpKSDjU/NKiir1uAC/4udpiwAAAA=="
}
