import Glibc

/// A row of a table as it stands in a window: where its fields are.
struct TableRow {
    struct Field {
        let range: Range<Int>
        /// Whether it stood between quotation marks, which are none of it.
        let isQuoted: Bool
    }

    /// What a row was found to be.
    enum Outcome: Equatable {
        /// The row goes on after the window.
        case more
        /// The next row starts at the position.
        case complete(next: Int)
        /// A quotation mark was opened and never closed: up to the limit or the dump's end, or up to the next field's.
        case unclosed(upToLimit: Bool)
        /// It has more bytes than the limit.
        case tooLarge
    }

    private(set) var fields: [Field] = []

    /// Whether nothing stands in it.
    var isBlank: Bool { fields.count == 1 && fields[0].range.isEmpty && !fields[0].isQuoted }

    /// Reads the row that starts at a position.
    ///
    /// - Parameter limits: the most bytes that it may have; and as many for a row up to the last quotation mark.
    mutating func read(
        _ bytes: UnsafeRawBufferPointer, from start: Int, delimiter: UInt8, isLast: Bool,
        limits: (row: Int, quoted: Int) = (.max, .max)
    ) -> Outcome {
        fields.removeAll(keepingCapacity: true)
        var position = start
        let quotedEnd = limits.quoted < bytes.count - start ? start + limits.quoted : bytes.count
        while true {
            if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
                let outcome = readQuoted(
                    bytes, &position, delimiter: delimiter, isLast: isLast, end: quotedEnd)
                if let outcome { return outcome }
            } else {
                let first = position
                while position < bytes.count, !Self.ends(bytes[position], delimiter) { position += 1 }
                guard position - start <= limits.row else { return .tooLarge }
                guard position < bytes.count || isLast else { return .more }
                fields.append(Field(range: first..<position, isQuoted: false))
            }
            guard position < bytes.count else { return .complete(next: position) }
            let byte = bytes[position]
            position += 1
            if byte == delimiter { continue }
            guard byte == 0x0D else { return .complete(next: position) }
            guard position < bytes.count else { return isLast ? .complete(next: position) : .more }
            return .complete(next: bytes[position] == 0x0A ? position + 1 : position)
        }
    }

    // nil when the field was read to its end.
    private mutating func readQuoted(
        _ bytes: UnsafeRawBufferPointer, _ position: inout Int, delimiter: UInt8, isLast: Bool, end: Int
    ) -> Outcome? {
        guard let base = bytes.baseAddress else { return .more }
        let first = position + 1
        var search = first
        while search < end, let found = memchr(base + search, 0x22, end - search) {
            let quote = UnsafeRawPointer(found) - base
            var next = quote + 1
            guard next < bytes.count || isLast else { return .more }
            if next < bytes.count, bytes[next] == UInt8(ascii: "\"") {
                search = next + 1
                continue
            }
            while next < bytes.count, bytes[next] == 0x20 { next += 1 }
            guard next < bytes.count || isLast else { return .more }
            if next == bytes.count || Self.ends(bytes[next], delimiter) {
                fields.append(Field(range: first..<quote, isQuoted: true))
                position = next
                return nil
            }
            if opensAnother(bytes, first: first, quote: quote, delimiter: delimiter) {
                return .unclosed(upToLimit: false)
            }
            search = quote + 1
        }
        return isLast || end < bytes.count ? .unclosed(upToLimit: true) : .more
    }

    // A quotation mark within quotation marks is a character of the text: He said "no". But after a delimiter or a line end,
    // and on a later line, it opens a field, and the one before was never closed.
    private func opensAnother(
        _ bytes: UnsafeRawBufferPointer, first: Int, quote: Int, delimiter: UInt8
    ) -> Bool {
        quote > first && Self.ends(bytes[quote - 1], delimiter)
            && bytes[first..<quote].contains { $0 == 0x0A || $0 == 0x0D }
    }

    private static func ends(_ byte: UInt8, _ delimiter: UInt8) -> Bool {
        byte == delimiter || byte == 0x0A || byte == 0x0D
    }
}

extension TableRow.Field {
    /// The text of the field, doubled quotation marks made single.
    func text(in bytes: UnsafeRawBufferPointer) -> [UInt8] {
        let content = UnsafeRawBufferPointer(rebasing: bytes[range])
        let quote = UInt8(ascii: "\"")
        guard isQuoted, let base = content.baseAddress, memchr(base, 0x22, content.count) != nil else {
            return Array(content)
        }
        var text: [UInt8] = []
        text.reserveCapacity(content.count)
        var position = 0
        while position < content.count {
            let start = position
            if let found = memchr(base + position, 0x22, content.count - position) {
                position = UnsafeRawPointer(found) - base + 1
            } else {
                position = content.count
            }
            text.append(contentsOf: content[start..<position])
            if position < content.count, content[position - 1] == quote, content[position] == quote {
                position += 1
            }
        }
        return text
    }
}
