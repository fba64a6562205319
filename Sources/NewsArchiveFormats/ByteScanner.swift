/// Reads the small parts of a line from left to right.
struct ByteScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ bytes: some Collection<UInt8>) {
        self.bytes = Array(bytes)
    }

    var isAtEnd: Bool { position == bytes.count }

    /// What has not been read yet.
    var rest: ArraySlice<UInt8> { bytes[position...] }

    mutating func skip(_ text: StaticString) -> Bool {
        let isNext = text.withUTF8Buffer { rest.starts(with: $0) }
        if isNext { position += text.utf8CodeUnitCount }
        return isNext
    }

    /// Skips white space. The number of bytes that it took.
    @discardableResult
    mutating func skipSpaces() -> Int {
        let start = position
        while let width = WhiteSpace.width(at: rest) { position += width }
        return position - start
    }

    /// A number of exactly so many digits, with no digit after it.
    mutating func number(digits: Int) -> Int? {
        let end = position + digits
        guard end <= bytes.count, bytes[position..<end].allSatisfy(\.isDigit) else { return nil }
        if end < bytes.count, bytes[end].isDigit { return nil }
        defer { position = end }
        return bytes[position..<end].reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }

    /// The digits of a number, without what groups them: 14206, 14 206, 14,206, 14.206, 14'206.
    ///
    /// Groups have three digits, and one separator throughout.
    mutating func groupedNumber() -> String? {
        var digits = digitRun()
        guard !digits.isEmpty else { return nil }
        guard digits.count <= 3 else { return String(decoding: digits, as: UTF8.self) }
        var separator: ArraySlice<UInt8>?
        while let width = separatorWidth {
            let found = bytes[position..<position + width]
            guard separator == nil || separator.map({ $0.elementsEqual(found) }) == true else { return nil }
            separator = found
            position += width
            let group = digitRun()
            guard group.count == 3 else { return nil }
            digits += group
        }
        return String(decoding: digits, as: UTF8.self)
    }

    private mutating func digitRun() -> ArraySlice<UInt8> {
        let run = rest.prefix(while: \.isDigit)
        position += run.count
        return run
    }

    private var separatorWidth: Int? {
        if let width = WhiteSpace.width(at: rest) { return width }
        guard !isAtEnd else { return nil }
        if [UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "'")].contains(bytes[position]) { return 1 }
        return rest.starts(with: [0xE2, 0x80, 0x99]) ? 3 : nil
    }
}

extension UInt8 {
    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
    var isBlank: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
}
