/// Reads JSON of which it is known that it is complete and in order, and UTF-8.
struct JSONReader {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0

    /// Values that stand deeper in a field are not looked at.
    private static let maximumDepth = 6

    init(_ bytes: UnsafeRawBufferPointer) {
        self.bytes = bytes
    }

    /// Whether the next value is an object.
    mutating func isAtObject() -> Bool {
        skipBlank()
        return next == UInt8(ascii: "{")
    }

    /// Whether the next value is an array whose first value is an object.
    mutating func isAtArrayOfObjects() -> Bool {
        skipBlank()
        guard next == UInt8(ascii: "[") else { return false }
        var first = position + 1
        JSONBytes.skipBlank(bytes, &first)
        return first < bytes.count && bytes[first] == UInt8(ascii: "{")
    }

    /// Hands over the name of each member of an object; the value is read or skipped by what is called.
    ///
    /// - Parameter read: is to call ``value()`` or ``skipValue()`` once.
    mutating func members(_ read: (_ name: UnsafeRawBufferPointer, inout JSONReader) -> Void) {
        guard isAtObject() else { return skipValue() }
        position += 1
        while true {
            skipSeparators()
            guard next == UInt8(ascii: "\"") else { break }
            let start = position
            let isPlain = skipString()
            if isPlain {
                let name = UnsafeRawBufferPointer(rebasing: bytes[(start + 1)..<max(start + 1, position - 1)])
                skipSeparators()
                read(name, &self)
            } else {
                let name = JSONString.unescaped(content(from: start))
                skipSeparators()
                name.withUnsafeBytes { read($0, &self) }
            }
        }
        if next == UInt8(ascii: "}") { position += 1 }
    }

    /// The next value whole.
    mutating func value() -> FieldValue {
        value(depth: 0)
    }

    /// Goes past the next value.
    mutating func skipValue() {
        skipBlank()
        var depth = 0
        repeat {
            switch next {
            case nil: return
            case UInt8(ascii: "\""): _ = skipString()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                depth += 1
                position += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                position += 1
            case .some(let byte) where JSONBytes.isWord(byte): skipWord()
            default: position += 1
            }
            if depth > 0 { skipSeparators() }
        } while depth > 0
    }
}

extension JSONReader {
    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func value(depth: Int) -> FieldValue {
        skipBlank()
        switch next {
        case UInt8(ascii: "\""):
            let start = position
            let isPlain = skipString()
            let content = content(from: start)
            return .text(isPlain ? Array(content) : JSONString.unescaped(content))
        case UInt8(ascii: "{") where depth < Self.maximumDepth: return object(depth: depth)
        case UInt8(ascii: "[") where depth < Self.maximumDepth: return list(depth: depth)
        case .some(let byte) where JSONBytes.isPartOfNumber(byte):
            let start = position
            skipWord()
            let word = bytes[start..<position]
            return word.allSatisfy(JSONBytes.isPartOfNumber) ? .number(Array(word)) : .nothing
        default:
            skipValue()
            return .nothing
        }
    }

    private mutating func object(depth: Int) -> FieldValue {
        var members: [(name: String, value: FieldValue)] = []
        self.members { name, reader in
            let name = String(decoding: name, as: UTF8.self)
            members.append((name, reader.value(depth: depth + 1)))
        }
        return .object(members)
    }

    private mutating func list(depth: Int) -> FieldValue {
        var values: [FieldValue] = []
        position += 1
        while true {
            skipSeparators()
            guard let byte = next, byte != UInt8(ascii: "]") else { break }
            values.append(value(depth: depth + 1))
        }
        if next != nil { position += 1 }
        return .list(values)
    }

    private func content(from start: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(rebasing: bytes[(start + 1)..<max(start + 1, position - 1)])
    }

    // Whether it has no escapes.
    private mutating func skipString() -> Bool {
        position += 1
        var isPlain = true
        while true {
            JSONBytes.skipText(bytes, &position)
            guard let byte = next else { return isPlain }
            if byte == UInt8(ascii: "\"") {
                position += 1
                return isPlain
            }
            isPlain = false
            position = min(position + 2, bytes.count)
        }
    }

    private mutating func skipWord() {
        while let byte = next, JSONBytes.isWord(byte) { position += 1 }
    }

    private mutating func skipSeparators() {
        while let byte = next {
            if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ":") || byte.isBlank {
                position += 1
            } else if byte == UInt8(ascii: "/") {
                skipComment()
            } else {
                return
            }
        }
    }

    private mutating func skipBlank() {
        skipSeparators()
    }

    private mutating func skipComment() {
        let isLine = position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "/")
        position = min(position + 2, bytes.count)
        while let byte = next {
            position += 1
            if isLine, byte == 0x0A { return }
            if !isLine, byte == UInt8(ascii: "*"), next == UInt8(ascii: "/") {
                position += 1
                return
            }
        }
    }
}
