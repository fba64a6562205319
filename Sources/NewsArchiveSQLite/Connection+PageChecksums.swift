import CNewsArchiveSQLite

/// Checksums of the pages of a file; a database without a file has none.
extension Connection {
    /// Whether the pages of the file have checksums: those of files that earlier versions made have none until they are
    /// written anew. nil for a database without a file.
    package func hasPageChecksums() throws(SQLiteError) -> Bool? {
        // The header is read with the first query.
        _ = try integer("PRAGMA schema_version")
        var has: Int32 = 0
        let result = na_has_page_checksums(handle, &has)
        if result == SQLITE_NOTFOUND { return nil }
        try requireFile(result)
        return has != 0
    }

    /// The path of the file, absolute; nil for a database without one.
    package var filePath: String? {
        guard let name = sqlite3_db_filename(handle, "main"), name.pointee != 0 else { return nil }
        return String(cString: name)
    }

    /// Whether reading a page that is not as it was written is an error.
    package func verifyPages(_ isOn: Bool) throws(SQLiteError) {
        try requireFile(na_verify_pages(handle, isOn ? 1 : 0))
    }

    /// The first page, numbered from 1, whose checksum is not that of its bytes; nil when there is none.
    ///
    /// The file is read as it is, without what the write-ahead log has of later versions of its pages.
    ///
    /// - Parameter first: the page to begin with.
    package func wrongPage(from first: Int) throws(SQLiteError) -> Int? {
        guard var page = UInt32(exactly: first), try hasPageChecksums() == true else { return nil }
        try requireFile(na_find_wrong_page(handle, &page))
        return page == 0 ? nil : Int(page)
    }

    /// Gives every page the checksum of its bytes, whatever they are. Nobody else may be writing the file.
    package func sealPages() throws(SQLiteError) {
        guard try hasPageChecksums() == true else { return }
        try requireFile(na_seal_pages(handle))
    }

    private func requireFile(_ result: Int32) throws(SQLiteError) {
        guard result == SQLITE_OK || result == SQLITE_NOTFOUND else {
            throw SQLiteError(extendedCode: result, message: String(cString: sqlite3_errstr(result)))
        }
    }
}

/// Whether a page, numbered from 1, has the checksum of its bytes.
package func isSealedPage(_ bytes: [UInt8], number: Int) -> Bool {
    let place = bytes.count - Int(NA_PAGE_CHECKSUM_BYTES)
    guard place > 0, let number = UInt32(exactly: number) else { return false }
    let stored = bytes[place...].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return stored == na_page_checksum(number, bytes, bytes.count)
}
