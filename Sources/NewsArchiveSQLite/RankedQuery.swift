import CNewsArchiveSQLite

/// A full-text query for ``RankedSearch``, put together like a sum on a calculator with a stack.
///
/// Errors with the code ``ResultCode/notFound`` mean that the query is one that is left to FTS5.
package final class RankedQuery {
    /// How texts are joined.
    package enum Join: Sendable {
        /// All of them.
        case all
        /// One of them.
        case any
        /// The first, but none of the others.
        case but
    }

    /// The columns in which a text must stand.
    package struct Columns: OptionSet, Sendable {
        package let rawValue: Int32
        package init(rawValue: Int32) { self.rawValue = rawValue }

        package static let headline = Columns(rawValue: Int32(NA_COLUMN_HEADLINE))
        package static let body = Columns(rawValue: Int32(NA_COLUMN_BODY))
    }

    let pointer: OpaquePointer

    package init() throws(SQLiteError) {
        guard let pointer = na_query_new() else { throw SQLiteError(connection: nil, result: SQLITE_NOMEM) }
        self.pointer = pointer
    }

    deinit {
        na_query_free(pointer)
    }

    /// Pushes words that must stand next to each other in one of the columns, as the tokenizer gives them.
    package func push(_ words: [String], lastIsPrefix: Bool, columns: Columns) throws(SQLiteError) {
        try check(na_query_push_text(pointer, columns.rawValue))
        for (index, word) in words.enumerated() {
            let isPrefix = lastIsPrefix && index == words.count - 1
            var word = word
            let result = word.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    na_query_add_word(pointer, $0.baseAddress, $0.count, isPrefix ? 1 : 0)
                }
            }
            try check(result)
        }
    }

    /// Joins texts of one word each that were pushed last and must stand near each other.
    package func joinNear(_ count: Int, distance: Int) throws(SQLiteError) {
        let distance = min(max(0, distance), Int(Int32.max))
        try check(na_query_join_near(pointer, count, Int64(distance)))
    }

    /// Joins what was pushed last.
    package func join(_ join: Join, _ count: Int) throws(SQLiteError) {
        let kind =
            switch join {
            case .all: NA_ALL
            case .any: NA_ANY
            case .but: NA_BUT
            }
        try check(na_query_join(pointer, kind, count))
    }

    private func check(_ result: Int32) throws(SQLiteError) {
        if result != SQLITE_OK { throw SQLiteError(connection: nil, result: result) }
    }
}
