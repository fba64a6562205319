import Foundation
import NewsArchiveSQLite

@testable import NewsArchive

/// Archives of earlier versions, each made by the last commit of its version from `listing-tiny-invented.txt`.
enum ArchiveFixture {
    static let versions = [4, 5, 6, 7]

    static let dump = DumpInput.file(
        path: Folder.fixtures.appending(path: "Dumps/listing-tiny-invented.txt").path)

    /// A copy of one that a test may do with as it likes.
    static func copy(ofVersion version: Int, to folder: TemporaryFolder) throws -> String {
        let path = folder.path("version-\(version).sqlite")
        let fixture = Folder.fixtures.appending(path: "Archives/version-\(version).sqlite")
        try Data(contentsOf: fixture).write(to: URL(filePath: path))
        return path
    }

    /// Everything that a database holds, but for what FTS5 keeps of its own.
    static func everything(in connection: Connection) throws -> [String] {
        var tables = try Statement(
            connection,
            """
            SELECT object.name, group_concat('quote("' || info.name || '")', ' || ''|'' || ')
            FROM sqlite_schema AS object, pragma_table_info(object.name) AS info
            WHERE object.type = 'table' AND object.name NOT LIKE 'article_search%'
            GROUP BY object.name
            ORDER BY object.name
            """)
        let rows = try tables.all { (try $0.text(0), try $0.text(1)) }.flatMap { table, columns in
            var rows = try Statement(connection, "SELECT \(columns) FROM \"\(table)\" ORDER BY 1")
            return try rows.all { "\(table): \(try $0.text(0))" }
        }
        var schema = try Statement(connection, "SELECT coalesce(sql, name) FROM sqlite_schema ORDER BY 1")
        return try schema.all { try $0.text(0) } + rows
            + ["version \(try connection.integer("PRAGMA user_version") ?? -1)"]
    }
}
