import NewsArchiveSQLite

extension ArchiveError {
    /// The error of SQLite in the words of an archive, sorted by what can be done about it.
    init(_ error: SQLiteError, path: String) {
        if error.extendedCode == ResultCode.wrongPage {
            self = .damaged(path: path, reason: Self.wrongPage)
            return
        }
        switch error.code {
        case ResultCode.busy, ResultCode.locked:
            self = .busy(path: path, holder: LockTable.holder(ofArchiveAt: path))
        case ResultCode.full: self = .diskFull(path: path)
        case ResultCode.readOnly: self = .notWritable(path: path)
        case ResultCode.cannotOpen, ResultCode.permission, ResultCode.authorization, ResultCode.io:
            self = .inaccessible(path: path, reason: error.message)
        case ResultCode.corrupt, ResultCode.mismatch: self = .damaged(path: path, reason: error.message)
        case ResultCode.notADatabase: self = .notAnArchive(path: path, reason: error.message)
        default: self = .database(path: path, code: Int(error.extendedCode), message: error.message)
        }
    }

    /// Why an archive is damaged one of whose pages has another checksum.
    static let wrongPage = "a page is not as it was written: check says which, and repair takes it as it is"

    /// Runs `work` and says its SQLite errors in the words of an archive. Other errors pass.
    static func translating<Result>(path: String, _ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let error as SQLiteError {
            throw ArchiveError(error, path: path)
        }
    }
}
