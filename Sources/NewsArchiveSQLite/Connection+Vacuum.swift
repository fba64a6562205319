import CNewsArchiveSQLite

/// https://www.sqlite.org/lang_vacuum.html
extension Connection {
    /// Writes the database anew without what is free in it, in one transaction.
    ///
    /// It is first written to a temporary file, which must not be in memory, since it is as large as the database: in the
    /// folder that $SQLITE_TMPDIR names, else $TMPDIR, else /var/tmp. SQLite unlinks it when it has opened it.
    package func vacuum() throws(SQLiteError) {
        let store = try integer("PRAGMA temp_store") ?? 0
        try execute("PRAGMA temp_store = FILE")
        let result = Result { () throws(SQLiteError) in
            try whileAttaching { connection throws(SQLiteError) in try connection.execute("VACUUM") }
        }
        try execute("PRAGMA temp_store = \(store)")
        try result.get()
    }

    /// Writes the database as it is now, without what is free in it, to a file that is empty or not there.
    ///
    /// Nothing is written to the database itself, so that a connection that only reads may do it. The file is neither in
    /// write-ahead mode nor flushed to the disk.
    package func vacuum(into path: String) throws(SQLiteError) {
        let isQueryOnly = try integer("PRAGMA query_only") == 1
        // Else SQLite would refuse to write the other file, too.
        if isQueryOnly { try execute("PRAGMA query_only = OFF") }
        let result = Result { () throws(SQLiteError) in
            try whileAttaching { connection throws(SQLiteError) in
                var statement = try Statement(connection, "VACUUM INTO ?1")
                try statement.bind(1, Location.readWrite(path: path).fileName)
                try statement.run()
            }
        }
        if isQueryOnly { try execute("PRAGMA query_only = ON") }
        try result.get()
    }
}
