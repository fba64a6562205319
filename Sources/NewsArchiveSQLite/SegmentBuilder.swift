/// Makes the words of new articles into a segment of the full-text index, in a private database, by FTS5 itself.
///
/// Segments are independent of each other until they are merged, so that one may be built on any thread and taken over
/// later: ``Connection/take(_:)``.
package final class SegmentBuilder {
    private let connection: Connection
    private var insert: Statement

    /// - Parameter pageBytes: bytes of a page of the index that the segment is for.
    package init(pageBytes: Int) throws {
        connection = try Connection(.memory)
        try connection.registerSearch()
        _ = try connection.integer("PRAGMA secure_delete = OFF")
        // All of it in one segment: nothing is written before the end, and nothing is merged.
        try connection.execute(
            """
            CREATE VIRTUAL TABLE article_search USING fts5 (
              headline, body, content = '', tokenize = '\(Tokenizer.specification)'
            );
            INSERT INTO article_search (article_search, rank) VALUES ('pgsz', \(pageBytes));
            INSERT INTO article_search (article_search, rank) VALUES ('hashsize', 1073741824);
            INSERT INTO article_search (article_search, rank) VALUES ('automerge', 0);
            BEGIN
            """)
        insert = try Statement(
            connection, "INSERT INTO article_search (rowid, headline, body) VALUES (?1, ?2, ?3)")
    }

    /// Adds an article. They are to come in the order of their ids, each once.
    package func add(id: Int64, headline: String, body: [UInt8]) throws {
        try insert.bind(1, id)
        try insert.bind(2, headline)
        try insert.bind(3, utf8: body)
        try insert.run()
    }

    /// The segment. Nothing can be added any more.
    package func finish() throws -> BuiltSegment {
        try connection.execute("COMMIT")
        return BuiltSegment(connection)
    }
}

/// A segment that no index has yet.
///
/// One thread builds it, then another takes it over; never two at once have it.
package final class BuiltSegment: @unchecked Sendable {
    let connection: Connection

    fileprivate init(_ connection: Connection) {
        self.connection = connection
    }
}
