import CNewsArchiveSQLite

@testable import NewsArchiveSQLite

extension Connection {
    /// Lets the tables be written in which FTS5 keeps its index, as a hostile program would.
    func allowDamage() {
        _ = na_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 0)
    }
}
