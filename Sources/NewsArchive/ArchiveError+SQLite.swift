import NewsArchiveSQLite

extension ArchiveError {
    /// The error of SQLite in the words of an archive, sorted by what can be done about it.
    init(_ error: SQLiteError, path: String) {
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

    /// Runs `work` and says its SQLite errors in the words of an archive. Other errors pass.
    static func translating<Result>(path: String, _ work: () throws -> Result) throws -> Result {
        do {
            return try work()
        } catch let error as SQLiteError {
            throw ArchiveError(error, path: path)
        }
    }
}
