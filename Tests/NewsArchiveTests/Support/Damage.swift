import Foundation
import NewsArchiveSQLite
import Testing

@testable import NewsArchive

/// Something that goes wrong with an archive, made by SQL behind the library.
struct Damage: CustomTestStringConvertible {
    let kind: CheckReport.Kind
    let sql: String
    var testDescription: String { "\(kind.rawValue): \(sql)" }

    /// What a repair in place heals.
    static let healable: [Damage] = [
        Damage(kind: .tableIndex, sql: "DROP INDEX metadata_by_guid"),
        Damage(
            kind: .trigger, sql: "CREATE TRIGGER \"a \"\" b\" AFTER UPDATE ON article BEGIN SELECT 1; END"),
        Damage(
            kind: .fulltextIndex,
            sql: "INSERT INTO article_search (rowid, headline, body) VALUES (1, 'stray words', '')"),
        Damage(kind: .fulltextIndex, sql: "UPDATE body SET text = text || ' more'"),
        Damage(kind: .fulltextIndex, sql: "UPDATE article SET headline = lower(headline) || ' more'"),
        Damage(kind: .documentSizes, sql: "DELETE FROM document_sizes"),
        Damage(kind: .documentSizes, sql: "UPDATE document_sizes SET sizes = zeroblob(length(sizes))"),
        Damage(kind: .headlineKey, sql: "DELETE FROM headline_key"),
        Damage(kind: .headlineKey, sql: "INSERT INTO headline_key SELECT 7, max(id) FROM article"),
        Damage(kind: .sourceKey, sql: "UPDATE metadata SET guid_key = 7"),
        Damage(kind: .sourceKey, sql: "UPDATE metadata SET link_key = 7"),
        Damage(
            kind: .publicationID, sql: "UPDATE article SET published = published + 864000 WHERE published > 0"
        ),
        Damage(
            kind: .publicationID,
            sql:
                "UPDATE article SET published = NULL, precision = NULL, utc_offset = NULL, origin = 'unknown'"
        ),
        Damage(kind: .text, sql: "UPDATE article SET credit = CAST(x'41FF42' AS TEXT)"),
        Damage(kind: .text, sql: "UPDATE body SET text = CAST(x'41C3' AS TEXT)"),
        Damage(kind: .text, sql: "UPDATE dump SET name = CAST(x'FE' AS TEXT)"),
        Damage(
            kind: .lostArticle, sql: "DELETE FROM article WHERE id IN (SELECT article_id FROM body LIMIT 3)"),
        Damage(kind: .reference, sql: "DELETE FROM source"),
        Damage(kind: .reference, sql: "DELETE FROM dump"),
        Damage(kind: .reference, sql: "DELETE FROM identity_rule WHERE id = 1"),
        Damage(
            kind: .reference, sql: "DELETE FROM article WHERE id NOT IN (SELECT article_id FROM revision)"),
        Damage(kind: .reference, sql: "INSERT INTO watch_match (article_id, watch_id) VALUES (1, 1)"),
        Damage(kind: .sighting, sql: "DELETE FROM sighting"),
        Damage(kind: .sighting, sql: "UPDATE sighting SET revision_id = NULL"),
        Damage(kind: .sighting, sql: "UPDATE sighting SET metadata_id = 99999"),
        Damage(
            kind: .sighting,
            sql: "UPDATE sighting SET revision_id = (SELECT min(id) FROM revision) WHERE revision_id IS NULL"),
        Damage(
            kind: .removedID,
            sql: "INSERT INTO removed_article SELECT id, 0, 'moved' FROM article LIMIT 2"),
        Damage(kind: .removedID, sql: "INSERT INTO former_id SELECT min(id), max(id) FROM article"),
        Damage(kind: .change, sql: "UPDATE article SET changed_in = 99, added_in = 98"),
        Damage(kind: .change, sql: "DELETE FROM archive"),
        Damage(kind: .change, sql: "UPDATE archive SET longest_spill = -1"),
        Damage(kind: .change, sql: "INSERT INTO pruned_article (id) VALUES (1024)"),
        Damage(kind: .dump, sql: "UPDATE dump SET records = records + 1"),
        Damage(kind: .dump, sql: "UPDATE dump SET records = 1, added = 1, seen_again = 0, revised = 0"),
        Damage(kind: .dump, sql: "UPDATE dump SET added = -5"),
        Damage(kind: .dump, sql: "DELETE FROM sighting WHERE position = 2"),
    ]

    /// What only a salvage gets rid of.
    static let unhealable: [Damage] = [
        Damage(
            kind: .value,
            sql: "UPDATE article SET published = 'yesterday' WHERE id = (SELECT max(id) FROM article)"),
        Damage(
            kind: .value,
            sql: "UPDATE article SET published = 1 << 60 WHERE id = (SELECT max(id) FROM article)"),
        Damage(kind: .value, sql: "UPDATE sighting SET utc_offset = x'00'"),
        Damage(kind: .unreadable, sql: "UPDATE metadata SET categories = '{'"),
        Damage(kind: .unreadable, sql: "UPDATE sighting SET published = 1 << 60, precision = 'day'"),
        Damage(kind: .schema, sql: "DROP TABLE watch_match"),
    ]

    func apply(to connection: Connection) throws {
        try connection.execute("PRAGMA foreign_keys = OFF")
        try connection.execute(sql)
        try connection.execute("PRAGMA foreign_keys = ON")
    }
}

/// Archives to damage.
enum SoundArchive {
    /// Fills an archive with two listings and a feed, so that every table has rows that matter.
    static func fill(_ archive: Archive) async throws {
        for name in ["listing-tiny-invented.txt", "listing-tiny-invented-later.txt", "feed-invented.rss"] {
            let path = Folder.fixtures.appending(path: "Dumps/\(name)").path
            _ = try await archive.importDump(.file(path: path), options: ImportOptions(source: "gazette"))
        }
    }

    /// Makes one in a file, and closes it.
    static func make(_ path: String) async throws {
        let archive = try Archive(path: path)
        try await fill(archive)
        await archive.close()
    }
}
