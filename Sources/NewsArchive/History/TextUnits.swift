/// A text cut into the units that are compared: words, punctuation marks, and characters of scripts without spaces.
///
/// White space belongs to the unit before it and does not count when units are compared, so that a text with other line
/// ends is not another text. The units follow one another without a gap: joined, they are the text to the byte.
struct TextUnits {
    /// What is compared of a unit, and where its white space ends.
    struct Unit: Equatable {
        let start: Int32
        let endOfWord: Int32
        let end: Int32
        /// Whether letters or digits are in it.
        let isWord: Bool
        /// Whether it is one character of a script without spaces.
        let isIdeograph: Bool
    }

    let bytes: [UInt8]
    private(set) var units: [Unit] = []

    /// - Parameter bytes: UTF-8. Bytes that are none become units as U+FFFD would.
    init(_ bytes: [UInt8]) {
        // An SQLite text has no more than 2^31 - 1 bytes.
        self.bytes = bytes.count <= Int(Int32.max) ? bytes : Array(bytes.prefix(Int(Int32.max)))
        let units = self.bytes.withUnsafeBufferPointer { bytes in
            var splitter = UnitSplitter(bytes)
            return splitter.units()
        }
        self.units = units
    }

    /// What is compared of a unit.
    func word(_ unit: Int) -> ArraySlice<UInt8> {
        bytes[Int(units[unit].start)..<Int(units[unit].endOfWord)]
    }

    /// Where some units stand.
    func range(_ range: Range<Int>) -> Range<Int> {
        guard let first = range.first, let last = range.last else {
            let place = range.lowerBound < units.count ? Int(units[range.lowerBound].start) : bytes.count
            return place..<place
        }
        return Int(units[first].start)..<Int(units[last].end)
    }
}

/// Finds where units begin and end.
private struct UnitSplitter {
    private enum Kind {
        case space
        case letter
        case ideograph
        /// A combining mark or a joiner: part of what it follows.
        case mark
        case other
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    mutating func units() -> [TextUnits.Unit] {
        var units: [TextUnits.Unit] = []
        units.reserveCapacity(bytes.count / 6)
        while position < bytes.count { units.append(unit()) }
        return units
    }

    // White space that a text begins with is a unit with nothing to compare.
    private mutating func unit() -> TextUnits.Unit {
        let start = position
        let first = kind(at: position)
        if first.kind != .space {
            position += first.length
            skip { $0 == .mark }
            if first.kind == .letter { readWord() }
        }
        let endOfWord = position
        skip { $0 == .space }
        return TextUnits.Unit(
            start: Int32(start), endOfWord: Int32(endOfWord), end: Int32(position),
            isWord: first.kind == .letter || first.kind == .ideograph, isIdeograph: first.kind == .ideograph)
    }

    private mutating func readWord() {
        while true {
            skip { $0 == .letter || $0 == .mark }
            // An apostrophe, a full stop or a comma between letters or digits: don't, 14,206.
            guard let joint = lengthOfJoint(), kind(at: position + joint).kind == .letter else { return }
            position += joint
        }
    }

    private func lengthOfJoint() -> Int? {
        guard position < bytes.count else { return nil }
        switch bytes[position] {
        case UInt8(ascii: "'"), UInt8(ascii: "."), UInt8(ascii: ","):
            return position + 1 < bytes.count ? 1 : nil
        // U+2019.
        case 0xE2
        where position + 3 < bytes.count && bytes[position + 1] == 0x80 && bytes[position + 2] == 0x99:
            return 3
        default: return nil
        }
    }

    private mutating func skip(_ isSkipped: (Kind) -> Bool) {
        while position < bytes.count {
            let next = kind(at: position)
            guard isSkipped(next.kind) else { return }
            position += next.length
        }
    }

    private func kind(at position: Int) -> (kind: Kind, length: Int) {
        guard position < bytes.count else { return (.space, 0) }
        let byte = bytes[position]
        guard byte >= 0x80 else { return (Self.kind(ofASCII: byte), 1) }
        guard let (scalar, length) = scalar(at: position) else { return (.other, 1) }
        return (Self.kind(of: scalar), length)
    }

    private static func kind(ofASCII byte: UInt8) -> Kind {
        switch byte {
        case 0x09...0x0D, 0x20: .space
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            .letter
        default: .other
        }
    }

    private static func kind(of scalar: Unicode.Scalar) -> Kind {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: return .mark
        default: break
        }
        if isUnspaced(scalar.value) { return .ideograph }
        if properties.isWhitespace { return .space }
        return properties.isAlphabetic || properties.numericType != nil ? .letter : .other
    }

    /// Whether a character is of a script written without spaces: those that the search index takes in pairs, and the kana
    /// that its folding takes apart.
    private static func isUnspaced(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0x0E01...0x0E4E, 0x0E81...0x0ECD, 0x1000...0x103F, 0x1780...0x17D3, 0x2E80...0x2FDF,
            0x3005...0x3007,
            0x3031...0x3035, 0x3041...0x30FF, 0x3105...0x312F, 0x31A0...0x31BF, 0x31F0...0x31FF,
            0x3400...0x4DBF,
            0x4E00...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9D, 0x1B000...0x1B16F, 0x20000...0x3FFFF:
            true
        default: false
        }
    }

    // Bytes from a stranger's archive need not be UTF-8; each that is none is by itself.
    private func scalar(at position: Int) -> (Unicode.Scalar, Int)? {
        let byte = bytes[position]
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC2 ? 2 : 1
        guard length > 1, byte < 0xF5, position + length <= bytes.count else { return nil }
        var value = UInt32(byte) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length {
            let next = bytes[position + offset]
            guard next & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(next & 0x3F)
        }
        return Unicode.Scalar(value).map { ($0, length) }
    }
}
