/// What an archive refuses, and what it could not do. The descriptions are sentences for a person.
public enum ArchiveError: Error, Equatable, Sendable {
    /// There is no file at the path.
    case notFound(path: String)
    /// The file is something else than an archive; it was left untouched.
    case notAnArchive(path: String, reason: String)
    /// A later version of the library wrote the archive; it was left untouched.
    case newerVersion(path: String, found: Int, supported: Int)
    /// An earlier version wrote the archive, and what was asked for cannot be done without bringing it up to date: a dry
    /// run, or reading what was left of making it.
    case olderVersion(path: String, found: Int, supported: Int)
    /// The file has tables, views, triggers or indexes that no archive of its version has; it was left untouched.
    case foreignSchema(path: String, reason: String)
    /// The SQLite library that is linked was built without full-text search.
    case noFullTextSearch(sqliteVersion: String)
    /// Another connection held the archive for longer than was to be waited; who, as far as the system tells.
    case busy(path: String, holder: LockHolder? = nil)
    /// There is no room for what was to be written. What was committed before is safe.
    case diskFull(path: String)
    /// The archive, or its folder, may not be written.
    case notWritable(path: String)
    /// The archive could not be opened or read: permission, or the device.
    case inaccessible(path: String, reason: String)
    /// The file is damaged.
    case damaged(path: String, reason: String)
    /// The file is too damaged to be repaired where it is; it was left untouched.
    case needsSalvage(path: String, reason: String)
    /// Nothing can be salvaged from a file, or not to where it was to go.
    case cannotSalvage(path: String, reason: String)
    /// The archive was closed.
    case closed
    /// A file is no dump: it is empty, or in no format that is known.
    case notADump(dump: String, reason: String)
    /// A dump could not be read.
    case unreadableDump(dump: String, reason: String)
    /// Another import of the same dump is under way.
    case importInProgress(dump: String)
    /// An import of the dump was stopped that had been begun with other settings than are asked for now.
    case begunWithOtherSettings(dump: String, settings: String)
    /// The archive's headline, guid and link keys were made by another version of the identity rule.
    case otherKeyVersion(path: String, found: Int, supported: Int)
    /// The archive knows no dump by this name or number.
    case noSuchDump(_ dump: String)
    /// There is no article with this id.
    case noSuchArticle(ArticleID)
    /// There is no standing query of this name.
    case noSuchWatch(_ name: String)
    /// There is a standing query of this name already.
    case watchExists(_ name: String)
    /// What was asked for cannot be done with these articles, or this archive: why, and what can.
    case notApplicable(_ reason: String)
    /// The file for rejected records could not be written.
    case unwritableRejects(path: String, reason: String)
    /// A copy of the archive cannot be given this name; nothing was written.
    case unusableTarget(path: String, reason: String)
    /// A copy of the archive did not pass its check, and was thrown away.
    case unsoundCopy(path: String, reason: String)
    /// An archive could not be compacted for want of room. Nothing was changed.
    case noRoomToCompact(path: String, bytes: Int64)
    /// A search was not done when its time was up. Nothing was changed by it.
    case timedOut(seconds: Double)
    /// The cursor of a page is of a search of more or fewer archives.
    case cursorOfOtherArchives(found: Int, expected: Int)
    /// A query has more parts, or parts nested deeper, than can be asked at once.
    case queryTooLarge(reason: String)
    /// Any other error of SQLite: its extended result code and message.
    case database(path: String, code: Int, message: String)
}

extension ArchiveError: CustomStringConvertible {
    /// What went wrong, where, and what to do, in one sentence without a full stop.
    public var description: String {
        switch self {
        case .notFound(let path):
            "there is no archive at \(path); an import makes one"
        case .notAnArchive(let path, let reason):
            "\(path) is not a news archive: \(reason); it was left untouched"
        case .newerVersion(let path, let found, let supported):
            "\(path) has schema version \(found), and this program knows versions up to \(supported); "
                + "use a later program; the archive was left untouched"
        case .olderVersion(let path, let found, let supported):
            "\(path) has schema version \(found), and this program reads version \(supported); "
                + "an import brings it up to date"
        case .foreignSchema(let path, let reason):
            "\(path) is not as a news archive is made: \(reason); it was left untouched; "
                + "repair it into a new archive if you trust where it comes from"
        case .noFullTextSearch(let version):
            "the linked SQLite \(version) was built without FTS5; use one with full-text search, as Debian's is"
        case .busy(let path, let holder):
            "\(path) is being written by \(holder?.description ?? "another process"); try again later, or wait longer"
        case .diskFull(let path):
            "the disk of \(path) is full; what was imported before is safe; make room and run the same command again"
        case .notWritable(let path):
            "\(path) may not be written; check its permissions and its folder's"
        case .inaccessible(let path, let reason):
            "\(path) could not be read or written: \(reason)"
        case .damaged(let path, let reason):
            "\(path) is damaged (\(reason)); restore it from a backup"
        case .needsSalvage(let path, let reason):
            "\(path) is damaged (\(reason)); salvage what can be read of it with repair --into NEW.sqlite"
        case .cannotSalvage(let path, let reason):
            "\(path) cannot be salvaged: \(reason)"
        case .closed:
            "the archive was closed"
        case .notADump(let dump, let reason):
            "\(dump) is no dump: \(reason)"
        case .unreadableDump(let dump, let reason):
            "\(dump) could not be read: \(reason)"
        case .importInProgress(let dump):
            "another process is importing \(dump); let it finish"
        case .begunWithOtherSettings(let dump, let settings):
            "the import of \(dump) was begun with other settings (\(settings)); go on with these"
        case .otherKeyVersion(let path, let found, let supported):
            "the keys of \(path) were made by version \(found) of the identity rule, and this program finds articles by "
                + "those of version \(supported); make them anew with news-archive rekey"
        case .noSuchDump(let dump):
            "no dump \(dump) was imported; news-archive dumps lists those that were"
        case .noSuchArticle(let id):
            "there is no article \(id); ids are printed by search"
        case .noSuchWatch(let name):
            "there is no watch \(name); news-archive watch list names those that there are"
        case .watchExists(let name):
            "there is a watch \(name) already; replace it (--replace) or choose another name"
        case .notApplicable(let reason):
            reason
        case .unwritableRejects(let path, let reason):
            "the rejects file \(path) could not be written: \(reason)"
        case .unusableTarget(let path, let reason):
            "no archive was written to \(path): \(reason)"
        case .unsoundCopy(let path, let reason):
            "the copy \(path) did not pass its check (\(reason)) and was thrown away; the archive itself may be damaged"
        case .noRoomToCompact(let path, let bytes):
            "there is no room to compact \(path): its \(bytes) bytes are needed once more beside it and once more in the "
                + "folder for temporary files ($SQLITE_TMPDIR, else $TMPDIR, else /var/tmp); nothing is lost"
        case .timedOut(let seconds):
            "the search was not done after \(seconds.formatted) s; ask for less (a longer word, fewer years), "
                + "or give it more time"
        case .cursorOfOtherArchives(let found, let expected):
            "the cursor is of a search of other archives (\(found), not \(expected)); begin with the first page"
        case .queryTooLarge(let reason):
            "the query is too large: \(reason); ask for its parts one by one"
        case .database(let path, let code, let message):
            "\(path): \(message) (SQLite \(code))"
        }
    }
}

extension Double {
    // Without a fraction that says nothing.
    fileprivate var formatted: String { self == rounded() && abs(self) < 1e15 ? "\(Int64(self))" : "\(self)" }
}
