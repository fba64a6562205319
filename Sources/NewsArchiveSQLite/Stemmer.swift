import CNewsArchiveSQLite

/// The stems of English words, by the porter tokenizer of FTS5. Belongs to its connection.
package final class Stemmer {
    // The tokenizer is the connection's.
    private let connection: Connection
    private let pointer: OpaquePointer
    private var buffer = [CChar](repeating: 0, count: Int(NA_STEM_LIMIT))

    /// The stemmer of a connection's FTS5.
    package init(_ connection: Connection) throws(SQLiteError) {
        var made: OpaquePointer?
        let result = na_stemmer_new(connection.handle, &made)
        guard result == SQLITE_OK, let made else {
            throw SQLiteError(connection: connection.handle, result: result)
        }
        self.connection = connection
        pointer = made
    }

    deinit {
        na_stemmer_free(pointer)
    }

    /// The stem of a word; nil for one of other letters than a to z, or of fewer than three of them.
    package func stem(of word: String) -> String? {
        var word = word
        let size = word.withUTF8 { fillBuffer(with: $0) }
        guard size > 0 else { return nil }
        return String(decoding: buffer[..<size].lazy.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Whether a word has this stem.
    package func isStem(_ stem: [UInt8], of word: UnsafeBufferPointer<UInt8>) -> Bool {
        let size = fillBuffer(with: word)
        guard size > 0, size == stem.count else { return false }
        return stem.indices.allSatisfy { UInt8(bitPattern: buffer[$0]) == stem[$0] }
    }

    private func fillBuffer(with word: UnsafeBufferPointer<UInt8>) -> Int {
        let start = UnsafeRawPointer(word.baseAddress)?.assumingMemoryBound(to: CChar.self)
        return na_stem(pointer, start, word.count, &buffer)
    }
}
