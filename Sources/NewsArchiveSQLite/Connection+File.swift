import CNewsArchiveSQLite

extension Connection {
    /// The first bytes of a file, as many as it has, up to a number; the file is not changed, and no lock is taken.
    ///
    /// SQLite's own descriptor reads them. A process that closes any descriptor of a file loses all its locks on it
    /// (https://www.sqlite.org/howtocorrupt.html, section 2.2), also those of its other connections; SQLite puts the
    /// closing off as long as there are any.
    package static func firstBytes(_ count: Int, ofFileAt path: String) throws(SQLiteError) -> [UInt8] {
        let connection = try Connection(.immutable(path: path))
        return try connection.firstBytes(count)
    }

    /// Whether another file stands at its path by now, or none.
    ///
    /// https://www.sqlite.org/c3ref/c_fcntl_begin_atomic_write.html#sqlitefcntlhasmoved
    package func hasMoved() throws(SQLiteError) -> Bool {
        var hasMoved: Int32 = 0
        let result = sqlite3_file_control(handle, "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved)
        guard result == SQLITE_OK else { throw SQLiteError(connection: handle, result: result) }
        return hasMoved != 0
    }

    private func firstBytes(_ count: Int) throws(SQLiteError) -> [UInt8] {
        var pointer: UnsafeMutablePointer<sqlite3_file>?
        let found = sqlite3_file_control(handle, "main", SQLITE_FCNTL_FILE_POINTER, &pointer)
        guard found == SQLITE_OK, let file = pointer, let methods = file.pointee.pMethods?.pointee,
            let read = methods.xRead, let size = methods.xFileSize
        else { throw SQLiteError(connection: handle, result: found == SQLITE_OK ? SQLITE_CANTOPEN : found) }
        var total: Int64 = 0
        let sized = size(file, &total)
        guard sized == SQLITE_OK else { throw SQLiteError(connection: handle, result: sized) }
        var bytes = [UInt8](repeating: 0, count: min(count, Int(clamping: total)))
        let result = read(file, &bytes, Int32(bytes.count), 0)
        guard result == SQLITE_OK else { throw SQLiteError(connection: handle, result: result) }
        return bytes
    }
}
