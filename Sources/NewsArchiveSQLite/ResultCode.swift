import CNewsArchiveSQLite

/// The result codes that the library tells apart. SQLite's own header is seen by this module alone.
package enum ResultCode {
    package static let busy = SQLITE_BUSY
    package static let locked = SQLITE_LOCKED
    package static let readOnly = SQLITE_READONLY
    package static let io = SQLITE_IOERR
    package static let corrupt = SQLITE_CORRUPT
    package static let notADatabase = SQLITE_NOTADB
    package static let full = SQLITE_FULL
    package static let cannotOpen = SQLITE_CANTOPEN
    package static let mismatch = SQLITE_MISMATCH
    package static let permission = SQLITE_PERM
    package static let authorization = SQLITE_AUTH
    package static let interrupt = SQLITE_INTERRUPT
    package static let tooBig = SQLITE_TOOBIG
    package static let noMemory = SQLITE_NOMEM
    package static let notFound = SQLITE_NOTFOUND

    // Extended ones. Their names are macros that are sums, which Swift does not import.
    /// A page is not as it was written.
    package static let wrongPage = SQLITE_IOERR | 32 << 8
    /// The device failed while it was read.
    package static let ioReads: Set<Int32> = Set([1, 2, 32, 33].map { SQLITE_IOERR | $0 << 8 })
}

/// The version of the SQLite library that is linked, as "3.40.1".
package func linkedSQLiteVersion() -> String {
    String(cString: sqlite3_libversion())
}
