import CNewsArchiveSQLite

@testable import NewsArchiveSQLite

extension Connection {
    /// Lets FTS5's own tables and the schema be written, as a hostile program would.
    func allowAnything() throws {
        _ = na_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 0)
        _ = na_db_config(handle, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 1)
    }
}
