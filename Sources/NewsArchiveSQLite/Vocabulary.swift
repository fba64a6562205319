import CNewsArchiveSQLite

/// The words that the articles of an archive have, folded, from the index of `article_search` as FTS5 stores it.
///
/// To be asked inside a transaction. An index in a format that is not known has no vocabulary: counts are nil then.
/// FTS5's own table of terms would be the other way to it, but a connection that only reads may not make one; and what is
/// made of the answers, suggestions and forms of words, can be missing without an answer of a search being wrong.
package struct Vocabulary {
    private let connection: Connection
    private let stop: StopFlag?

    /// - Parameter stop: ends what takes long with ``ResultCode/interrupt``.
    package init(_ connection: Connection, stop: StopFlag? = nil) {
        self.connection = connection
        self.stop = stop
    }

    /// Calls `body` with the UTF-8 of every word from `first` on, in the order of their bytes, until it returns false.
    /// Returns whether there is a vocabulary.
    ///
    /// `body` may not ask the index.
    @discardableResult
    package func each(
        from first: String = "", _ body: (UnsafeBufferPointer<UInt8>) -> Bool
    ) throws(SQLiteError) -> Bool {
        guard let index = try connection.fulltextIndex() else { return false }
        var first = first
        let result = withoutActuallyEscaping(body) { body in
            let listener = Listener(body)
            let context = Unmanaged.passUnretained(listener).toOpaque()
            return withExtendedLifetime((listener, stop)) {
                first.withUTF8 { first in
                    let start = UnsafeRawPointer(first.baseAddress)?.assumingMemoryBound(to: CChar.self)
                    return na_vocabulary_each(
                        index, UnsafePointer(stop?.pointer), start, first.count, context, Listener.hear)
                }
            }
        }
        return try known(result, true) ?? false
    }

    /// How many articles have a word, written as ``Tokenizer`` folds it.
    ///
    /// - Parameter limit: of a word that more articles have, any larger number may be returned, which takes less time.
    package func count(of word: String, upTo limit: Int64 = .max) throws(SQLiteError) -> Int64? {
        guard let index = try connection.fulltextIndex() else { return nil }
        var word = word
        var count: Int64 = 0
        let result = withExtendedLifetime(stop) {
            word.withUTF8 { word in
                let start = UnsafeRawPointer(word.baseAddress)?.assumingMemoryBound(to: CChar.self)
                return na_vocabulary_count(
                    index, UnsafePointer(stop?.pointer), start, word.count, limit, &count)
            }
        }
        return try known(result, count)
    }

    /// How many articles the index has.
    package func documents() throws(SQLiteError) -> Int64? {
        guard let index = try connection.fulltextIndex() else { return nil }
        var count: Int64 = 0
        let result = na_vocabulary_documents(index, &count)
        return try known(result, count)
    }

    private func known<Answer>(_ result: Int32, _ answer: Answer) throws(SQLiteError) -> Answer? {
        switch result {
        case SQLITE_OK, SQLITE_DONE: return answer
        case SQLITE_NOTFOUND: return nil
        default: throw SQLiteError(connection: connection.handle, result: result)
        }
    }
}

/// Carries a closure through C.
private final class Listener {
    private let body: (UnsafeBufferPointer<UInt8>) -> Bool

    init(_ body: @escaping (UnsafeBufferPointer<UInt8>) -> Bool) {
        self.body = body
    }

    static let hear: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?, Int) -> Int32 = {
        context, word, size in
        guard let context else { return SQLITE_DONE }
        let bytes = UnsafeRawBufferPointer(start: word, count: size).assumingMemoryBound(to: UInt8.self)
        return Unmanaged<Listener>.fromOpaque(context).takeUnretainedValue().body(bytes)
            ? SQLITE_OK : SQLITE_DONE
    }
}
