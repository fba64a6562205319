import NewsArchiveSQLite

/// By which version of the identity rule an archive's keys were made.
enum KeyVersion {
    /// The version that an archive says.
    static func stored(_ connection: Connection) throws -> Int {
        Int(truncatingIfNeeded: try connection.integer("SELECT key_version FROM archive") ?? 1)
    }

    /// Refuses an archive in which records would not be found by the keys that are made now: each would become an article of
    /// its own, or half of the keys would be of one version and half of another.
    static func require(_ connection: Connection, path: String) throws {
        let found = try stored(connection)
        guard found != IdentityRule.version else { return }
        throw ArchiveError.otherKeyVersion(path: path, found: found, supported: IdentityRule.version)
    }
}
