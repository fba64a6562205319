import Foundation
import NewsArchiveSQLite
import Testing

@testable import NewsArchive

/// One dump in twelve formats and encodings, beside the package: all say the same.
@Suite(.enabled(if: Folder.hasFormatDumps, "the dumps beside the package are not there"))
struct FormatDumpsTests {
    private static let folder = Folder.sharedDumps.appending(path: "formats")

    private static var files: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
    }

    /// Stamps of the one file that names no zone are of the zone that the others name.
    private let astana = LocalTimeRule(name: "+05:00") { _ in 300 }

    private func add(_ file: String, to archive: Archive) async throws -> ImportReport {
        try await archive.importDump(
            .file(path: Self.folder.appending(path: file).path), options: ImportOptions(localTime: astana))
    }

    /// Headline, time, text, address and guid of each article, in order.
    private func articles(of file: String) async throws -> [[String]] {
        let archive = try Archive.inMemory()
        let report = try await add(file, to: archive)
        #expect(report.counts.records == 200, "\(file)")
        #expect(report.counts.rejected == 0, "\(file)")
        #expect(try await archive.problems().isEmpty)
        return try await archive.read { connection in
            var rows = try Statement(
                connection,
                """
                SELECT article.headline, CAST(published AS TEXT), coalesce(text, ''), coalesce(article.url, ''),
                  coalesce((SELECT min(guid) FROM metadata WHERE article_id = article.id), '')
                FROM article LEFT JOIN body ON article_id = article.id
                ORDER BY article.id
                """)
            return try rows.all { row in try (0...4).map { try row.text($0) } }
        }
    }

    @Test func eachFileAloneGivesTheSameArticles() async throws {
        let expected = try await articles(of: "small.rss")
        #expect(expected.count == 177)
        for file in try Self.files {
            let found = try await articles(of: file)
            #expect(found.count == expected.count, "\(file)")
            for (mine, theirs) in zip(found, expected) {
                #expect(mine[1] == theirs[1], "\(file)")
                // What windows-1252 has no letter for is a question mark in the file itself.
                if file.contains("cp1252") { continue }
                #expect(mine[0] == theirs[0], "\(file)")
                #expect(mine[2] == theirs[2], "\(file)")
                // Tables and JSON Lines have neither; RDF has the address alone.
                if !mine[3].isEmpty { #expect(mine[3] == theirs[3], "\(file)") }
                if !mine[4].isEmpty, !file.hasSuffix("rdf") { #expect(mine[4] == theirs[4], "\(file)") }
            }
        }
    }

    @Test func allFilesInOneArchiveGiveTheArticlesOnce() async throws {
        let archive = try Archive.inMemory()
        for file in try Self.files { _ = try await add(file, to: archive) }
        let statistics = try await archive.statistics()
        #expect(statistics.articles == 177)
        #expect(statistics.sightings == 2400)
        #expect(try await archive.problems().isEmpty)
        let counts = try await archive.read { connection in
            var rows = try Statement(
                connection, "SELECT count(*) % 12 FROM sighting GROUP BY article_id HAVING count(*) % 12 > 0")
            return try rows.all { try $0.integer(0) }
        }
        #expect(counts.isEmpty)
    }
}
