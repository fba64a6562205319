import CNewsArchiveSQLite

/// Copies a whole database into another one, some pages at a time.
///
/// https://www.sqlite.org/c3ref/backup_finish.html. What another connection commits begins the copy anew, unless the
/// source is inside a read transaction from before the first step: then the copy is what that transaction sees, whatever
/// is committed meanwhile.
package struct OnlineBackup: ~Copyable {
    private let pointer: OpaquePointer
    // Both must stay open for as long as the copy goes on.
    private let source: Connection
    private let target: Connection

    /// Begins a copy over whatever the target holds.
    package init(from source: Connection, to target: Connection) throws(SQLiteError) {
        guard let pointer = sqlite3_backup_init(target.handle, "main", source.handle, "main") else {
            throw SQLiteError(
                connection: target.handle, result: sqlite3_extended_errcode(target.handle))
        }
        self.pointer = pointer
        self.source = source
        self.target = target
    }

    deinit {
        // Its result repeats the error of the last step, which was thrown then.
        sqlite3_backup_finish(pointer)
    }

    /// How many pages there are in all, as of the last step.
    package var pageCount: Int { Int(sqlite3_backup_pagecount(pointer)) }

    /// How many of them are still to be copied, as of the last step.
    package var remainingPages: Int { Int(sqlite3_backup_remaining(pointer)) }

    /// Copies some pages more; false when there are no others, and the target is whole.
    package borrowing func step(pages: Int32) throws(SQLiteError) -> Bool {
        switch sqlite3_backup_step(pointer, pages) {
        case SQLITE_OK: return true
        case SQLITE_DONE: return false
        // The message is nobody's: neither connection knows of the step.
        case let result: throw SQLiteError(connection: nil, result: result)
        }
    }
}
