import CNewsArchiveSQLite

/// The count that SQLite keeps of the memory that all of a process's connections have together.
package enum MemoryStatistics {
    /// Switches the count off for the whole process, which only a program may do, never a library.
    ///
    /// Each allocation takes a lock for it that all connections share: 4 % of an import. To be called before the first
    /// connection is opened; afterwards it changes nothing.
    ///
    /// https://www.sqlite.org/c3ref/c_config_covering_index_scan.html#sqliteconfigmemstatus
    package static func switchOff() {
        // What it returns says whether it came too late; then the count stays on.
        _ = na_switch_off_memory_statistics()
    }
}
