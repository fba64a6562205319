import NewsArchiveSQLite

/// Rows of the table dump that stand for what is not known any more.
///
/// They are excerpts, of which records may be missing, and have the size and digest of nothing: no dump that is imported
/// is taken for one of them.
enum SalvagedDump {
    /// Writes a row for each dump that sightings or rejections refer to and that is not there; returns how many.
    static func replaceMissing(_ connection: Connection) throws -> Int {
        var missing = try Statement(
            connection,
            """
            SELECT dump_id, max(position) + 1, sum(is_rejected)
            FROM (
              SELECT dump_id, position, 0 AS is_rejected FROM sighting
              UNION ALL
              SELECT dump_id, position, 1 FROM rejection
            )
            WHERE dump_id NOT IN (SELECT id FROM dump)
            GROUP BY dump_id
            """)
        let found = try missing.all { row in
            (id: try row.integer(0), records: try row.integer(1), rejected: try row.integer(2))
        }
        for dump in found {
            try insert(
                connection, id: dump.id, name: "salvaged dump \(dump.id)", records: dump.records,
                rejected: dump.rejected)
        }
        return found.count
    }

    /// Writes a row for sightings that are put in the place of others.
    static func make(_ connection: Connection) throws -> Int64 {
        try insert(connection, id: nil, name: "salvaged", records: 0, rejected: 0)
        return connection.lastInsertedRowID
    }

    private static func insert(
        _ connection: Connection, id: Int64?, name: String, records: Int64, rejected: Int64
    ) throws {
        var insert = try Statement(
            connection,
            """
            INSERT INTO dump
              (id, name, format, identity, time_zone, bytes, digest, digested, records, seen_again, rejected, started,
               finished, is_excerpt)
            VALUES (?1, ?2, 'salvaged', 'automatic', 'UTC', 0, ?3, 0, ?4, ?4 - ?5, ?5, ?6, ?6, 1)
            """)
        try insert.bind(1, id)
        try insert.bind(2, name)
        try insert.bind(3, blob: Digest().result)
        try insert.bind(4, records)
        try insert.bind(5, rejected)
        try insert.bind(6, Clock.now)
        try insert.run()
    }
}
