import CNewsArchiveSQLite

/// The tokenizer of the search index, outside FTS5.
package enum Tokenizer {
    /// What the index is told to use, with the version of its rules.
    static let specification = "newsarchive 1"

    /// A word of a text.
    package struct Token: Equatable, Sendable {
        /// The word, folded.
        package let text: String
        /// The bytes of the text that it comes from.
        package let range: Range<Int>
        /// Whether it stands in the place of the word before it.
        package let isColocated: Bool

        /// Whether it is a single character of a script written without spaces, which the index knows as the beginning
        /// of a pair.
        package var isSingleIdeograph: Bool { Tokenizer.isSingleIdeograph(text) }
    }

    /// The words of a text, as the index reads it or as a query does.
    package static func tokens(of text: String, inQuery: Bool = false) -> [Token] {
        final class Tokens { var found: [Token] = [] }
        let tokens = Tokens()
        var text = text
        text.withUTF8 { bytes in
            let start = UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
            let context = Unmanaged.passUnretained(tokens).toOpaque()
            // The handler never asks to stop, so that the result says nothing.
            _ = na_tokenize(start, Int32(clamping: bytes.count), inQuery ? 1 : 0, context) {
                context, isColocated, word, count, start, end in
                guard let context, let word else { return 0 }
                let token = Token(
                    text: String(
                        decoding: UnsafeRawBufferPointer(start: word, count: Int(count)), as: UTF8.self),
                    range: Int(start)..<Int(end), isColocated: isColocated != 0)
                Unmanaged<Tokens>.fromOpaque(context).takeUnretainedValue().found.append(token)
                return 0
            }
        }
        return tokens.found
    }

    static func isSingleIdeograph(_ word: String) -> Bool {
        let scalars = word.unicodeScalars
        return scalars.count == 1 && scalars.first.map { na_is_ideograph($0.value) != 0 } == true
    }
}
