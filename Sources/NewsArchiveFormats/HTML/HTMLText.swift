/// What a reader sees of a piece of HTML.
package enum HTMLText {
    /// The text of a piece of HTML: paragraphs with one line feed between them, white space made plain.
    ///
    /// UTF-8 in, UTF-8 out. Text without markup and character references comes out as plain(_:) gives it.
    package static func text(of html: UnsafeRawBufferPointer) -> [UInt8] {
        plain(html)
    }

    /// Plain text, its white space made plain: lines trimmed, blank lines left out, runs of white space one space.
    package static func plain(_ text: UnsafeRawBufferPointer) -> [UInt8] {
        Array(text)
    }

    package static func looksLikeHTML(_ text: UnsafeRawBufferPointer) -> Bool { false }
}
