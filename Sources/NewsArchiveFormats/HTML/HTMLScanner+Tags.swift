extension HTMLScanner {
    /// Reads what begins with a <; false when it is not plain.
    mutating func readMarkup() -> Bool {
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
}
