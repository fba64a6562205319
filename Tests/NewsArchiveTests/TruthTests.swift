import Foundation
import Testing

@testable import NewsArchive

@Suite struct TruthTests {
    private struct Truth {
        let views: Int64
        let sightings: Int
    }

    private func truth(_ url: URL) throws -> [Truth] {
        try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst().map { line in
            let fields = line.split(separator: "\t")
            return Truth(
                views: try #require(Int64(fields[2])), sightings: try #require(Int(fields[5])))
        }
    }

    // A header's lead is a record of its own that the truth about the stamped records does not count.
    private func found(_ archive: Archive) async throws -> [Truth] {
        var found: [Truth] = []
        for number in try await archive.articleIDs() {
            let sightings = try #require(try await archive.article(number)).sightings
            let stamped = sightings.filter { $0.views != nil }
            guard let most = stamped.compactMap(\.views).max() else { continue }
            found.append(Truth(views: most, sightings: stamped.count))
        }
        return found
    }

    private func check(_ folder: URL, truthFolder: URL, _ name: String) async throws {
        let archive = try Archive.inMemory()
        let options = ImportOptions(identity: .headline)
        _ = try await archive.importDump(
            .file(path: folder.appending(path: "\(name).txt").path), options: options)
        let expected = try truth(truthFolder.appending(path: "\(name).articles.tsv"))
        #expect(try await same(found(archive), expected))
        _ = try await archive.importDump(
            .file(path: folder.appending(path: "\(name)-later.txt").path), options: options)
        let both = try truth(truthFolder.appending(path: "\(name)+later.articles.tsv"))
        #expect(try await same(found(archive), both))
        #expect(try await archive.problems().isEmpty)
    }

    private func same(_ first: [Truth], _ second: [Truth]) -> Bool {
        let order: (Truth, Truth) -> Bool = { ($0.views, $0.sightings) < ($1.views, $1.sightings) }
        return first.count == second.count
            && zip(first.sorted(by: order), second.sorted(by: order)).allSatisfy {
                $0.views == $1.views && $0.sightings == $1.sightings
            }
    }

    @Test func theInventedListingGivesWhatItsTruthSays() async throws {
        let folder = Folder.fixtures.appending(path: "Dumps")
        try await check(folder, truthFolder: folder, "listing-tiny-invented")
    }

    @Test(.enabled(if: Folder.hasSharedDumps, "the folder with real dumps is not there"))
    func theSmallListingGivesWhatItsTruthSays() async throws {
        let truth = Folder.sharedDumps.appending(path: "truth")
        try await check(Folder.sharedDumps, truthFolder: truth, "listing-small")
    }

    @Test(.enabled(if: Folder.hasSharedDumps, "the folder with real dumps is not there"))
    func aDumpOfTwelveListsHasTheirDatesAndOverlaps() async throws {
        let archive = try Archive.inMemory()
        let dump = DumpInput.file(path: Folder.sharedDumps.appending(path: "listing-multi.txt").path)
        let report = try await archive.importDump(dump)
        #expect(report.counts.rejected == 0)
        let expected = try truth(Folder.sharedDumps.appending(path: "truth/listing-multi.articles.tsv"))
        #expect(try await same(found(archive), expected))
        var days: Set<String> = []
        var overlapping = 0
        for id in try await archive.articleIDs() {
            let article = try #require(try await archive.article(id))
            days.formUnion(article.sightings.compactMap(\.seen?.description))
            let views = article.sightings.compactMap(\.views)
            if views.count > 1 {
                overlapping += 1
                #expect(views == views.sorted(), "views rise from list to list")
            }
        }
        #expect(days.count == 12)
        #expect(overlapping == 44)
    }

    @Test(.enabled(if: Folder.hasSharedDumps, "the folder with real dumps is not there"))
    func theDumpThatStartedItAllIsReadWhole() async throws {
        let archive = try Archive.inMemory()
        let path = Folder.sharedDumps.appending(path: "kazakhstan-2025-10-10.txt").path
        let report = try await archive.importDump(.file(path: path))
        #expect(report.counts.added == 10)
        #expect(report.counts.records == 10)
        let queries = [
            ("ceasefire", 1), ("turkiye", 2), ("szijjarto", 1), ("\"gideon sa'ar\"", 1), ("digital*", 3),
            ("tokayev", 5),
        ]
        for (query, count) in queries { #expect(try await archive.ids(query).count == count, "\(query)") }
        let article = try #require(try await archive.only("ceasefire"))
        #expect(article.published?.description == "2025-10-09T12:21:00Z")
        #expect(article.views == 14206)
        #expect(article.body.paragraphs.count == 2)
        let lead = try #require(try await archive.only("torgai"))
        #expect(lead.published?.description == "2025-10-10")
        #expect(lead.body.isEmpty)
    }
}
