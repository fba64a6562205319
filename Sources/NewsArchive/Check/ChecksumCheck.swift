import NewsArchiveSQLite

/// Whether the pages of the file have the bytes that were written: what else damage does, it changes them.
///
/// A page that another program wrote has no checksum, or that of its former bytes.
struct ChecksumCheck: CheckPart {
    static let name = "checksums of the pages"

    func run(_ connection: Connection, _ log: CheckLog) throws {
        if try connection.hasPageChecksums() == false {
            return log.omit(
                "the pages have no checksums, for an earlier version made the archive; compact gives it some")
        }
        var pages = WrongPages(connection)
        var next = 1
        while let page = try pages.first(from: next) {
            log.add(
                .pageChecksum, at: "page \(page)",
                "the page is not as it was written: it is damaged, or another program changed it")
            next = page + 1
        }
    }
}
