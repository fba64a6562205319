import NewsArchiveSQLite
import Synchronization

/// The tables, indexes and views of a database, as far as SQLite keeps statements for them.
struct ArchiveSchema: Equatable, Sendable {
    struct Object: Hashable, Sendable {
        /// "table", "index", "view" or "trigger"; a stranger may have written anything.
        let type: String
        /// As SQLite compares names: the letters of ASCII in lower case.
        let name: String
        /// The table that an index or a trigger belongs to.
        let table: String
        /// Without comments; empty for the indexes that SQLite makes itself.
        let sql: String
    }

    let objects: [Object]

    /// Reads what a database has. Nothing of it is run by that.
    init(_ connection: Connection) throws {
        var rows = try Statement(
            connection, "SELECT type, name, tbl_name, coalesce(sql, '') FROM main.sqlite_schema")
        objects = try rows.all { row in
            Object(
                type: try row.text(0), name: Self.folded(try row.text(1)),
                table: Self.folded(try row.text(2)),
                sql: SchemaText.bare(try row.text(3)))
        }
    }

    private static func folded(_ name: String) -> String {
        String(
            decoding: name.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }, as: UTF8.self)
    }
}

extension ArchiveSchema {
    /// The ``digest`` of the present version's schema: comparing it takes 5 ms less than running the migrations in memory to
    /// compare with what they make, which is what is done where it is another one. A test keeps it true.
    static let presentDigest = "1d72bcc6ad0934072d3d6be807ac0698f43d0c633a8be473f1cf2203a53602c5"

    /// SHA-256 over all objects, whatever order they are in: SQLite's VACUUM changes it.
    var digest: String {
        var digest = Digest()
        for object in objects.sorted(by: { ($0.type, $0.name) < ($1.type, $1.name) }) {
            for part in [object.type, object.name, object.table, object.sql] {
                Array(part.utf8 + [0]).withUnsafeBytes { digest.add($0) }
            }
        }
        return digest.result.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static let known = Mutex<[Int: ArchiveSchema]>([:])

    /// What an archive of a version has: what its migrations make.
    static func ofVersion(_ version: Int) throws -> ArchiveSchema {
        if let schema = known.withLock({ $0[version] }) { return schema }
        let schema = try ArchiveSchema(try emptyArchive(ofVersion: version))
        known.withLock { $0[version] = schema }
        return schema
    }

    /// An archive in memory as a version of the library made it.
    static func emptyArchive(ofVersion version: Int) throws -> Connection {
        let connection = try Connection(.memory)
        try connection.registerSearch()
        try connection.transaction { connection in
            for migration in EmbeddedMigration.all where migration.number <= version {
                try connection.execute(migration.script)
            }
        }
        return connection
    }
}
