import Foundation
import NewsArchiveFormats
import Testing

// Every variant of the listing, the package's own and those of the folder `shared` where it is there.
extension ListingParserTests {
    @Test func thereAreTwentyTwoVariants() {
        #expect(Fixtures.texts(in: Fixtures.variants).count == 22)
    }

    @Test(arguments: Fixtures.texts(in: Fixtures.variants))
    func aVariantIsReadAsExpected(name: String) throws {
        try expectReadings(Variant(name, in: Fixtures.variants), name)
    }

    @Test(
        .enabled(if: Shared.isThere, "the shared folder is not there"),
        arguments: Fixtures.texts(in: Shared.variants))
    func aSharedVariantIsReadAsExpected(name: String) throws {
        try expectReadings(Variant(name, in: Shared.variants), name)
    }

    private func expectReadings(_ variant: Variant, _ name: String) throws {
        let found = records(variant.bytes)
        #expect(found.map(VariantReading.init) == variant.readings(decidedFor: name))
        let listed = variant.expectation.header.map(\.date)
        for article in found.compactMap(\.article) { #expect(article.listed?.description == listed) }
        for record in found.compactMap(\.rejected) {
            #expect(record.preamble == listed.map { " date \($0)\n" } ?? "")
        }
    }

    @Test func theByteThatIsNotUTF8IsLocatedInItsVariant() throws {
        let bytes = try Variant("v21-mixed-encoding.txt", in: Fixtures.variants).bytes
        // é in Windows-1252; no other character of the file has that byte.
        let offset = try #require(bytes.firstIndex(of: 0xE9))
        let line = bytes[..<offset].count { $0 == 0x0A } + 1
        let reason = try #require(records(bytes).last?.rejected?.reason)
        #expect(reason == .notUTF8(byteOffset: offset, line: line))
    }

    @Test func theImpossibleStampsAreToldInTheirVariant() throws {
        let bytes = try Variant("v18-impossible-dates.txt", in: Fixtures.variants).bytes
        #expect(
            records(bytes).compactMap(\.rejected).map(\.reason) == [
                .impossibleTime("31.02.2025, 12:21 100"), .impossibleTime("08.10.2025, 24:10 200"),
                .impossibleTime("07.13.2025, 12:21 300"),
            ])
    }

    @Test(arguments: ["listing-tiny-invented", "listing-tiny-invented-later"])
    func aWholeListingHasTheRecordsOfItsTable(name: String) throws {
        let bytes = try Fixtures.bytes(of: Fixtures.dumps.appending(path: "\(name).txt"))
        let table = try Fixtures.bytes(of: Fixtures.dumps.appending(path: "\(name).records.tsv"))
        let expected = String(decoding: table, as: UTF8.self).split(separator: "\n").dropFirst().map {
            let fields = $0.split(separator: "\t")
            return "\(fields[1]) \(fields[2]) \(fields[3]) \(fields[6])"
        }
        let found = records(bytes).compactMap(\.article).filter { $0.origin == .stated }.map {
            let time = $0.published?.description ?? "?"
            return "\($0.place.byteOffset) \(time) \($0.views ?? -1) \($0.body.paragraphs.count)"
        }
        #expect(found == expected)
    }
}

// What holds for every dump, however it arrives.
extension ListingParserTests {
    private static let dumps =
        Fixtures.texts(in: Fixtures.variants).map { Fixtures.variants.appending(path: $0) }
        + Fixtures.texts(in: Fixtures.dumps).map { Fixtures.dumps.appending(path: $0) }
        + Fixtures.texts(in: Shared.variants).map { Shared.variants.appending(path: $0) }

    @Test func piecesGiveTheSameRecordsAsTheWhole() throws {
        for dump in Self.dumps {
            let bytes = try Fixtures.bytes(of: dump)
            let whole = records(bytes)
            for size in [1, 2, 3, 7, 64] {
                #expect(
                    records(bytes, pieces: size) == whole, "\(dump.lastPathComponent) in pieces of \(size)")
            }
        }
    }

    @Test func placesIncreaseAndLieWithinTheDump() throws {
        for dump in Self.dumps {
            let bytes = try Fixtures.bytes(of: dump)
            var end = 0
            for place in records(bytes).map(\.place) {
                #expect(place.byteOffset >= end && place.byteCount > 0, "\(dump.lastPathComponent): \(place)")
                #expect(place.line == bytes[..<place.byteOffset].count { $0 == 0x0A } + 1)
                end = place.byteOffset + place.byteCount
            }
            #expect(end <= bytes.count, "\(dump.lastPathComponent)")
        }
    }

    @Test func aRejectedRecordReadAloneIsRejectedForTheSameReason() throws {
        for dump in Self.dumps {
            let bytes = try Fixtures.bytes(of: dump)
            for record in records(bytes).compactMap(\.rejected) {
                let again = records(Array(record.preamble.utf8) + record.place.bytes(in: bytes))
                #expect(again.map { $0.rejected?.reason.name } == [record.reason.name])
            }
        }
    }

    @Test func anArticleReadAloneAfterItsHeaderIsTheSame() throws {
        for dump in Self.dumps {
            let bytes = try Fixtures.bytes(of: dump)
            for article in records(bytes).compactMap(\.article) where article.origin == .stated {
                let header = article.listed.map { " date \($0)\n" } ?? ""
                var again = records(Array(header.utf8) + article.place.bytes(in: bytes)).compactMap(\.article)
                for index in again.indices { again[index].place = article.place }
                #expect(again == [article], "\(dump.lastPathComponent), line \(article.place.line)")
            }
        }
    }
}
