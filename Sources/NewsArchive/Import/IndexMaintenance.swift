import NewsArchiveSQLite

/// How FTS5 merges the segments of the index: as it goes after a small import, at the end of a large one.
///
/// https://www.sqlite.org/fts5.html#special_insert_commands. Measured on 100,000 articles: merging while loading took
/// 1.35 times as long as one merge at the end.
struct IndexMaintenance {
    /// Pages of the index that one step of the merge writes: each step is a transaction, and others may write between.
    private static let pagesPerStep = 4000

    /// Bytes of a page of the index. FTS5's own 4050 are one too many beside the checksum of the page of the file (a row of
    /// a table takes U-35 bytes there, and U is 4088): each would have spilled into a page of its own.
    static let pageBytes = 4042

    /// Segments on one level that FTS5 merges at once: its own 16, and as many as a large dump may leave there, for such a
    /// merge stands in the way of everything else. FTS5 can have 2000.
    private static let crisisMerge = 16
    private static let segmentsWhileLoading = 1000

    private let connection: Connection
    private let loading: IndexLoading
    /// Whether the index is left unmerged until the end.
    let isLarge: Bool

    init(_ connection: Connection, dumpBytes: Int, _ loading: IndexLoading = IndexLoading()) {
        self.connection = connection
        self.loading = loading
        isLarge = dumpBytes >= loading.largeDump
    }

    /// Bytes of new texts that are worth a segment of their own; nil where none is.
    var leastSegment: Int? { isLarge ? loading.leastSegment : nil }

    /// To be called inside the transaction of the first chunk.
    func begin() throws {
        // The settings are stored in the archive; an import that was killed may have left its own behind.
        try set("automerge", isLarge ? 0 : 4)
        try set("crisismerge", isLarge ? Self.segmentsWhileLoading : Self.crisisMerge)
        try set("hashsize", 4 << 20)
        try set("pgsz", Self.pageBytes)
    }

    /// Merges when so many segments have gathered that there might be no room for more. To be called between transactions.
    func mergeIfCrowded() throws {
        guard isLarge, try connection.segmentCount() >= Self.segmentsWhileLoading / 2 else { return }
        try Self.mergeAll(connection, beforeEach: {})
    }

    /// To be called inside the transaction that says that all of the dump is stored.
    func endLoading() throws {
        guard isLarge else { return }
        try set("automerge", 4)
        try set("crisismerge", Self.crisisMerge)
    }

    /// Merges what a large dump left behind, and checkpoints: then the import survives a loss of power, too.
    ///
    /// - Parameter indexedBytes: Bytes of the texts that the dump brought into the index. Of a dump whose articles were all
    ///   known there are hardly any, and the merge would take most of its import.
    func mergeAndCheckpoint(indexedBytes: Int) {
        do {
            if isLarge { try merge(indexedBytes) }
            _ = try connection.integer("PRAGMA wal_checkpoint(PASSIVE)")
        } catch {
            // The dump is stored by now, and the index is right, if not as compact as it could be. That another process
            // holds the archive, or that the disk is full, is no error of this import: the next large one merges.
        }
    }

    // All segments into one where the new texts are a good part of the archive; else those that have gathered on a level,
    // for rewriting ten years of index for a day's news would cost more than it gives.
    private func merge(_ indexedBytes: Int) throws {
        let archiveBytes =
            (try connection.integer("PRAGMA page_count") ?? 0)
            * (try connection.integer("PRAGMA page_size") ?? 0)
        if Int64(indexedBytes) * 4 >= archiveBytes { try Self.set("merge", -Self.pagesPerStep, connection) }
        try Self.mergeInSteps(connection, beforeEach: {})
    }

    /// Merges all segments of the index into one, a step in a transaction each.
    ///
    /// - Parameter beforeEach: Called before each step; what it throws ends the merge, which the next one goes on with.
    static func mergeAll(_ connection: Connection, beforeEach: () throws -> Void) throws {
        try beforeEach()
        try set("pgsz", pageBytes, connection)
        try set("merge", -pagesPerStep, connection)
        try mergeInSteps(connection, beforeEach: beforeEach)
    }

    private static func mergeInSteps(_ connection: Connection, beforeEach: () throws -> Void) throws {
        var turns = WritersTurns()
        while true {
            try beforeEach()
            let before = connection.totalChanges
            try turns.take { try set("merge", pagesPerStep, connection) }
            // "If less than two, there was nothing to merge": FTS5's documentation of the merge command.
            if connection.totalChanges - before < 2 { return }
        }
    }

    private func set(_ command: String, _ value: Int) throws {
        try Self.set(command, value, connection)
    }

    private static func set(_ command: String, _ value: Int, _ connection: Connection) throws {
        try connection.execute(
            "INSERT INTO article_search (article_search, rank) VALUES ('\(command)', \(value))")
    }
}
