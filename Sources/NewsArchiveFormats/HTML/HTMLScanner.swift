/// Reads HTML without building anything: tags, comments and character references of the plain kind.
///
/// What is not plain it leaves to a parser, or, where there is none, reads as leniently as browsers do.
struct HTMLScanner {
    private let text: UnsafePointer<UInt8>
    private let count: Int
    private let isLenient: Bool
    private let elements = HTMLElements.all
    private let plain = PlainBytes.all.table
    private var index = 0
    private var writer: LineWriter
    private var preformatted = 0
    // Where the mark is that ends a CDATA section; the text's end where none is open.
    private var sectionEnd: Int
    // What was not found from some place on is not there further on: time would grow with the square.
    private var missing: Set<UInt64> = []

    /// The text of a piece of HTML; nil when it is not plain, and `isLenient` is false.
    static func text(of html: UnsafeRawBufferPointer, isLenient: Bool) -> [UInt8]? {
        guard let start = html.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return [] }
        var isRead = true
        let text = [UInt8](unsafeUninitializedCapacity: html.count) { output, count in
            guard let output = output.baseAddress else { return }
            var scanner = HTMLScanner(start, html.count, LineWriter(output), isLenient: isLenient)
            isRead = scanner.read()
            scanner.writer.finish()
            count = scanner.writer.count
        }
        return isRead ? text : nil
    }

    private init(_ text: UnsafePointer<UInt8>, _ count: Int, _ writer: LineWriter, isLenient: Bool) {
        self.text = text
        self.count = count
        sectionEnd = count
        self.writer = writer
        self.isLenient = isLenient
    }

    private mutating func read() -> Bool {
        while index < count {
            index += writer.putRun(text + index, left: sectionEnd - index, plain)
            guard index < sectionEnd else {
                index = max(index, min(sectionEnd + 3, count))
                sectionEnd = count
                continue
            }
            let byte = text[index]
            if byte == UInt8(ascii: "<") {
                guard readMarkup() else { return false }
            } else if byte == UInt8(ascii: "&") {
                readReference()
            } else if byte >= 0x80 {
                index += writer.putWide(text + index, left: count - index)
            } else {
                readControl(byte)
            }
        }
        return true
    }

    private mutating func readControl(_ byte: UInt8) {
        let isLineEnd = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        if preformatted > 0, isLineEnd { writer.breakLine() } else { writer.space() }
        index += 1
    }
}

// MARK: - Tags

extension HTMLScanner {
    private func byte(_ offset: Int) -> UInt8 {
        index + offset < count ? text[index + offset] : 0
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
    }

    private mutating func readMarkup() -> Bool {
        let next = byte(1)
        if Self.isLetter(next) { return readTag(nameAt: 1, isEnd: false) }
        if next == UInt8(ascii: "/"), Self.isLetter(byte(2)) { return readTag(nameAt: 2, isEnd: true) }
        let after = byte(2)
        let isDeclaration = next == UInt8(ascii: "!") && (Self.isLetter(after) || after == UInt8(ascii: "-"))
        if isDeclaration || next == UInt8(ascii: "?") || next == UInt8(ascii: "/") { return readOther() }
        if next == UInt8(ascii: "!"), after == UInt8(ascii: "[") { return readSection() }
        writer.put(UInt8(ascii: "<"))
        index += 1
        return true
    }

    // Comments, and what browsers take for one.
    private mutating func readOther() -> Bool {
        let isComment =
            byte(1) == UInt8(ascii: "!") && byte(2) == UInt8(ascii: "-") && byte(3) == UInt8(ascii: "-")
        if isComment, let end = findOnce("-->", from: index + 4), isLenient || isPlainComment(until: end) {
            index = end + 3
            return true
        }
        guard isLenient else { return false }
        index = find(">", from: index + 2).map { $0 + 1 } ?? count
        return true
    }

    // HTML has no CDATA sections, but some feeds put what is in one into another.
    private mutating func readSection() -> Bool {
        guard isLenient else { return false }
        let isSection = find("<![CDATA[", from: index) == index
        guard isSection else { return readBrokenTag(.other) }
        index += 9
        sectionEnd = findOnce("]]>", from: index) ?? count
        return true
    }

    private func isPlainComment(until end: Int) -> Bool {
        if byte(4) == UInt8(ascii: ">") || byte(4) == UInt8(ascii: "-") { return false }
        guard let odd = find("--!", from: index + 4) else { return true }
        return odd > end
    }

    private mutating func readTag(nameAt offset: Int, isEnd: Bool) -> Bool {
        var end = index + offset
        var key: UInt64 = 0
        while end < count, Self.isLetter(text[end]) || text[end].isDigit {
            if end - index - offset < 8 {
                let isDigit = text[end].isDigit
                key = key << 8 | UInt64(isDigit ? text[end] : text[end] | 0x20)
            }
            end += 1
        }
        let length = end - index - offset
        if length > 8 { key ^= UInt64(length & 0x7F) << 57 }
        let kind = elements.kind(key)
        let name = (index + offset)..<end
        guard isLenient || (kind != .other && kind != .dropped) else { return false }
        guard !isLenient || findOnce(">", from: end) != nil, let end = tagEnd(from: end) else {
            return isLenient ? readBrokenTag(kind) : false
        }
        index = end
        note(kind, name, key, isEnd: isEnd)
        return true
    }

    // Texts are often cut off in a tag. What has no name of HTML's was meant as it stands.
    private mutating func readBrokenTag(_ kind: HTMLElements.Kind) -> Bool {
        guard kind == .other else {
            index = count
            return true
        }
        writer.put(UInt8(ascii: "<"))
        index += 1
        return true
    }

    private mutating func note(_ kind: HTMLElements.Kind, _ name: Range<Int>, _ key: UInt64, isEnd: Bool) {
        switch kind {
        case .other, .inline: break
        case .block: writer.breakLine()
        case .cell: writer.space()
        case .preformatted:
            writer.breakLine()
            preformatted = max(0, preformatted + (isEnd ? -1 : 1))
        case .dropped where !isEnd && text[index - 2] != UInt8(ascii: "/"):
            guard !missing.contains(key) else { break }
            if let end = findEndTag(name) { index = end } else { missing.insert(key) }
        case .dropped: break
        }
    }

    /// The place after a tag's >; nil when its attributes are not plain.
    private func tagEnd(from start: Int) -> Int? {
        var place = start
        var isAfterEquals = false
        guard place < count,
            text[place].isBlank || text[place] == UInt8(ascii: "/") || text[place] == UInt8(ascii: ">")
        else { return isLenient ? find(">", from: place).map { $0 + 1 } : nil }
        while place < count {
            let byte = text[place]
            switch byte {
            case UInt8(ascii: ">"): return place + 1
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                guard let end = valueEnd(from: place, quote: byte, isAfterEquals: isAfterEquals) else {
                    return isLenient ? find(">", from: place).map { $0 + 1 } : nil
                }
                place = end
                isAfterEquals = false
            case UInt8(ascii: "<") where !isLenient, 0 where !isLenient: return nil
            case UInt8(ascii: "="):
                isAfterEquals = true
                place += 1
            default:
                if !byte.isBlank { isAfterEquals = false }
                place += 1
            }
        }
        return nil
    }

    private func valueEnd(from start: Int, quote: UInt8, isAfterEquals: Bool) -> Int? {
        guard isAfterEquals else { return isLenient ? start + 1 : nil }
        var place = start + 1
        while place < count, text[place] != quote { place += 1 }
        guard place < count else { return nil }
        place += 1
        if isLenient { return place }
        let next = place < count ? text[place] : 0
        return next.isBlank || next == UInt8(ascii: ">") || next == UInt8(ascii: "/") ? place : nil
    }

    private mutating func findOnce(_ wanted: StaticString, from start: Int) -> Int? {
        let key = UInt64(wanted.utf8Start[0]) << 8 | UInt64(wanted.utf8CodeUnitCount)
        guard !missing.contains(key) else { return nil }
        let found = find(wanted, from: start)
        if found == nil { missing.insert(key) }
        return found
    }

    private func find(_ wanted: StaticString, from start: Int) -> Int? {
        let length = wanted.utf8CodeUnitCount
        var place = start
        while place + length <= count {
            var matched = 0
            while matched < length, text[place + matched] == wanted.utf8Start[matched] { matched += 1 }
            if matched == length { return place }
            place += 1
        }
        return nil
    }

    // After `</name …>`, whatever stands before it.
    private func findEndTag(_ name: Range<Int>) -> Int? {
        var place = index
        while let open = find("</", from: place) {
            place = open + 2
            guard place + name.count <= count else { return nil }
            let isSame = name.enumerated().allSatisfy { text[place + $0] | 0x20 == text[$1] | 0x20 }
            if isSame { return find(">", from: place).map { $0 + 1 } ?? count }
        }
        return nil
    }
}

// MARK: - Character references

extension HTMLScanner {
    private mutating func readReference() {
        if byte(1) == UInt8(ascii: "#"), readNumber() { return }
        var end = index + 1
        while end < count, end - index <= 9, Self.isLetter(text[end]) || text[end].isDigit { end += 1 }
        let name = UnsafeRawBufferPointer(start: text + index + 1, count: end - index - 1)
        if end < count, text[end] == UInt8(ascii: ";"), let scalar = HTMLEntities.all.scalar(name) {
            writer.put(scalar: scalar)
            index = end + 1
        } else {
            writer.put(UInt8(ascii: "&"))
            index += 1
        }
    }

    // Its semicolon may be missing; a number that is no character is nothing.
    private mutating func readNumber() -> Bool {
        let isHexadecimal = byte(2) | 0x20 == UInt8(ascii: "x")
        var end = index + (isHexadecimal ? 3 : 2)
        let start = end
        var scalar: UInt32 = 0
        while end < count, let digit = digit(text[end], isHexadecimal) {
            if scalar < 0x110000 { scalar = scalar * (isHexadecimal ? 16 : 10) + digit }
            end += 1
        }
        guard end > start else { return false }
        if end < count, text[end] == UInt8(ascii: ";") { end += 1 }
        if (0x80...0x9F).contains(scalar) { scalar = HTMLEntities.windows1252[Int(scalar) - 0x80] }
        if scalar != 0xFFFE, scalar != 0xFFFF { writer.put(scalar: scalar) }
        index = end
        return true
    }

    private func digit(_ byte: UInt8, _ isHexadecimal: Bool) -> UInt32? {
        if byte.isDigit { return UInt32(byte - UInt8(ascii: "0")) }
        let letter = byte | 0x20
        guard isHexadecimal, letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "f") else { return nil }
        return UInt32(letter - UInt8(ascii: "a")) + 10
    }
}
