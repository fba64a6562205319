import NewsArchiveSQLite

/// The pages of an archive's file that are not as they were written.
///
/// Not those that the write-ahead log has anew: a loss of power may have left half of such a page in the file, and SQLite never
/// reads it there.
struct WrongPages {
    private let connection: Connection
    // Read when the first page is wrong, which hardly ever is.
    private var log: WriteAheadLog?
    private var hasReadLog = false

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// The first one from a page on, numbered from 1; nil when there is none.
    mutating func first(from start: Int) throws -> Int? {
        var next = start
        while let page = try connection.wrongPage(from: next) {
            try readLog()
            if log?.page(page) == nil { return page }
            next = page + 1
        }
        return nil
    }

    private mutating func readLog() throws {
        guard !hasReadLog, let path = connection.filePath else { return }
        log = try WriteAheadLog(path: "\(path)-wal")
        hasReadLog = true
    }
}
