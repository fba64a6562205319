import NewsArchiveSQLite

/// Brings the schema of an archive up to date, one migration in one transaction each.
enum Migrator {
    /// The version that this library reads and writes.
    static let supportedVersion = EmbeddedMigration.all.last?.number ?? 0

    /// The schema's version.
    static func version(of connection: Connection) throws(SQLiteError) -> Int {
        Int(try connection.integer("PRAGMA user_version") ?? 0)
    }

    /// Runs the migrations that the archive has not seen.
    ///
    /// - Throws: ``ArchiveError/newerVersion(path:found:supported:)`` before anything was changed.
    static func migrate(_ connection: Connection, path: String) throws {
        let found = try version(of: connection)
        guard found <= supportedVersion else {
            throw ArchiveError.newerVersion(path: path, found: found, supported: supportedVersion)
        }
        for migration in EmbeddedMigration.all where migration.number > found {
            try connection.transaction { connection in
                // Another process may have been faster while this one waited for the lock.
                guard try version(of: connection) < migration.number else { return }
                try connection.execute(migration.script)
                try connection.execute("PRAGMA user_version = \(migration.number)")
                try connection.execute("PRAGMA application_id = \(ArchiveFileHeader.applicationID)")
            }
        }
    }
}
