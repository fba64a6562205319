internal import Glibc

#if Feeds
    internal import CNewsArchiveXML
#endif

/// What a reader sees of a piece of HTML.
///
/// Plain HTML is read here, several times faster than by a parser; all else by libxml2's. In a build without
/// the trait Feeds, and where a piece would cost libxml2 too long, what is read here is read leniently.
package enum HTMLText {
    /// The text of a piece of HTML: paragraphs with one line feed between them, white space made plain.
    ///
    /// UTF-8 in, UTF-8 out. Text without markup and character references comes out as plain(_:) gives it.
    package static func text(of html: UnsafeRawBufferPointer) -> [UInt8] {
        guard hasMarkup(html) else { return plain(html) }
        if let text = HTMLScanner.text(of: html, isLenient: false) { return text }
        return parsed(html) ?? HTMLScanner.text(of: html, isLenient: true) ?? []
    }

    /// Plain text, its white space made plain: lines trimmed, no blank lines, runs of white space one space.
    package static func plain(_ text: UnsafeRawBufferPointer) -> [UInt8] {
        // An array of no capacity is the one empty array of all threads, and its count would be written.
        guard !text.isEmpty, let start = text.baseAddress?.assumingMemoryBound(to: UInt8.self) else {
            return []
        }
        let plainBytes = PlainBytes.all.table
        return [UInt8](unsafeUninitializedCapacity: text.count) { output, count in
            guard let output = output.baseAddress else { return }
            var writer = LineWriter(output)
            var index = 0
            while index < text.count {
                index += writer.putRun(start + index, left: text.count - index, plainBytes)
                guard index < text.count else { break }
                let byte = start[index]
                if byte >= 0x80 {
                    index += writer.putWide(start + index, left: text.count - index)
                    continue
                }
                if byte > 0x20 {
                    writer.put(byte)
                } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
                    writer.breakLine()
                } else {
                    writer.space()
                }
                index += 1
            }
            writer.finish()
            count = writer.count
        }
    }

    /// The text by libxml2's parser; nil where there is none, or where it would cost too long.
    static func parsed(_ html: UnsafeRawBufferPointer) -> [UInt8]? {
        #if Feeds
            var count = 0
            guard let text = na_html_text(html.baseAddress, html.count, &count) else { return nil }
            defer { free(text) }
            return plain(UnsafeRawBufferPointer(start: text, count: count))
        #else
            return nil
        #endif
    }

    private static func hasMarkup(_ text: UnsafeRawBufferPointer) -> Bool {
        if place(of: UInt8(ascii: "&"), in: text, from: 0) != nil { return true }
        var start = 0
        while let index = place(of: UInt8(ascii: "<"), in: text, from: start), index + 1 < text.count {
            let next = text[index + 1]
            if isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!") { return true }
            start = index + 1
        }
        return false
    }

    private static func place(of byte: UInt8, in text: UnsafeRawBufferPointer, from start: Int) -> Int? {
        guard let base = text.baseAddress, start < text.count else { return nil }
        return memchr(base + start, Int32(byte), text.count - start).map { UnsafeRawPointer($0) - base }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
    }
}

// MARK: - HTML or not

extension HTMLText {
    /// Whether a text that may be either is HTML: it has a tag of HTML's, any end tag, a comment, or a
    /// character reference.
    package static func looksLikeHTML(_ text: UnsafeRawBufferPointer) -> Bool {
        for mark in [UInt8(ascii: "<"), UInt8(ascii: "&")] {
            var start = 0
            while let index = place(of: mark, in: text, from: start) {
                let rest = UnsafeRawBufferPointer(rebasing: text[(index + 1)...])
                if mark == UInt8(ascii: "&") ? isReference(rest) : isTag(rest) { return true }
                start = index + 1
            }
        }
        return false
    }

    private static func isReference(_ rest: UnsafeRawBufferPointer) -> Bool {
        let name = rest.prefix(10).prefix { isLetter($0) || $0.isDigit || $0 == UInt8(ascii: "#") }
        guard name.count < rest.count, rest[name.count] == UInt8(ascii: ";"), let first = name.first else {
            return false
        }
        if first == UInt8(ascii: "#") { return name.count > 1 }
        return HTMLEntities.all.scalar(UnsafeRawBufferPointer(rebasing: name)) != nil
    }

    private static func isTag(_ rest: UnsafeRawBufferPointer) -> Bool {
        if rest.starts(with: [UInt8(ascii: "!"), UInt8(ascii: "-"), UInt8(ascii: "-")]) { return true }
        let isEnd = rest.first == UInt8(ascii: "/")
        let name = rest.dropFirst(isEnd ? 1 : 0).prefix(40).prefix { isLetter($0) || $0.isDigit }
        guard let first = name.first, isLetter(first), name.endIndex < rest.count else { return false }
        let next = rest[name.endIndex]
        // Nobody writes `</word>` but to end an element, whatever its name.
        if isEnd { return next == UInt8(ascii: ">") }
        let key = HTMLName.key(name.map { $0.isDigit ? $0 : $0 | 0x20 })
        guard HTMLElements.all.kind(key) != .other else { return false }
        guard next.isBlank || next == UInt8(ascii: ">") || next == UInt8(ascii: "/") else { return false }
        return rest.prefix(longestTag).contains(UInt8(ascii: ">"))
    }

    private static let longestTag = 4096
}
