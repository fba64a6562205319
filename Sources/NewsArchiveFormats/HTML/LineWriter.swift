/// Writes text with its white space made plain: one space for a run, none at a line's ends, no blank lines.
///
/// White space and invisible characters are those of ``WhiteSpace``; a soft hyphen is also invisible. Within
/// a
/// line the latter stay. What it writes is never longer than what it is given.
struct LineWriter {
    private let output: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var lineStart = 0
    private var hasSpace = false
    private var hasBreak = false

    init(_ output: UnsafeMutablePointer<UInt8>) {
        self.output = output
    }

    /// Ends the line, if there is anything on it.
    @inline(__always)
    mutating func breakLine() {
        hasBreak = true
        hasSpace = false
    }

    @inline(__always)
    mutating func space() {
        hasSpace = true
    }

    /// A byte that is no white space, nor part of such.
    @inline(__always)
    mutating func put(_ byte: UInt8) {
        if hasBreak || hasSpace { separate() }
        output[count] = byte
        count += 1
    }

    /// Writes what comes first of a text and means itself: characters that no markup begins with, and single
    /// spaces.
    ///
    /// - Returns: How many bytes were dealt with; 0 when something else comes first.
    @inline(__always)
    mutating func putRun(_ text: UnsafePointer<UInt8>, left: Int, _ plain: UnsafePointer<Bool>) -> Int {
        guard left > 0, plain[Int(text[0])] else { return 0 }
        if hasBreak || hasSpace { separate() }
        let output = output + count
        var index = 0
        while index < left {
            if left - index > 8, Self.isPlain(text + index) {
                UnsafeMutableRawPointer(output + index).copyMemory(from: text + index, byteCount: 8)
                index += 8
                continue
            }
            let byte = text[index]
            guard plain[Int(byte)] || (byte == 0x20 && index + 1 < left && plain[Int(text[index + 1])]) else {
                break
            }
            output[index] = byte
            index += 1
        }
        count += index
        return index
    }

    /// Whether 8 bytes are ASCII that means itself, with no two spaces side by side, the ninth byte included.
    @inline(__always)
    private static func isPlain(_ text: UnsafePointer<UInt8>) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs = ones &* 0x80
        let bytes = UnsafeRawPointer(text).loadUnaligned(as: UInt64.self)
        let next = UnsafeRawPointer(text + 1).loadUnaligned(as: UInt64.self)
        // The high bit of each byte that is 0; of others, too, but only above such a one.
        func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }
        let controls = (bytes &- ones &* 0x20) & ~bytes & highs
        let marks = zeros(bytes ^ ones &* 0x26) | zeros(bytes ^ ones &* 0x3C)
        let spaces = zeros(bytes ^ ones &* 0x20) & zeros(next ^ ones &* 0x20)
        return bytes & highs | controls | marks | spaces == 0
    }

    private mutating func separate() {
        if hasBreak {
            endLine()
            if count > 0 {
                output[count] = UInt8(ascii: "\n")
                count += 1
            }
            lineStart = count
        } else if hasSpace, count > lineStart, output[count - 1] != UInt8(ascii: " ") {
            output[count] = UInt8(ascii: " ")
            count += 1
        }
        hasBreak = false
        hasSpace = false
    }

    // Takes what nobody sees off the line's end, and the line where nothing else is on it.
    private mutating func endLine() {
        while count > lineStart {
            let last = output[count - 1]
            if last == UInt8(ascii: " ") {
                count -= 1
            } else if last == 0xAD || last == 0x8B || last == 0xBF, let width = invisibleWidthAtEnd {
                count -= width
            } else {
                break
            }
        }
        if count == lineStart, count > 0, output[count - 1] == UInt8(ascii: "\n") { count -= 1 }
    }

    private var invisibleWidthAtEnd: Int? {
        let line = UnsafeBufferPointer(start: output + lineStart, count: count - lineStart)
        if line.suffix(2).elementsEqual([0xC2, 0xAD]) { return 2 }
        let three = line.suffix(3)
        return three.elementsEqual([0xE2, 0x80, 0x8B]) || three.elementsEqual([0xEF, 0xBB, 0xBF]) ? 3 : nil
    }

    mutating func finish() {
        endLine()
    }

    /// Reads a character of two or more bytes: white space, invisible, or to be written.
    ///
    /// - Returns: How many bytes were dealt with; those of other characters are dealt with one by one.
    @inline(__always)
    mutating func putWide(_ text: UnsafePointer<UInt8>, left: Int) -> Int {
        let first = text[0]
        if first == 0xC2 || first == 0xE2 || first == 0xE3 || first == 0xEF {
            return putDoubtful(text, left: left)
        }
        put(first)
        return 1
    }

    private mutating func putDoubtful(_ text: UnsafePointer<UInt8>, left: Int) -> Int {
        let rest = UnsafeBufferPointer(start: text, count: min(left, 3))
        if let width = WhiteSpace.width(at: rest) {
            hasSpace = true
            return width
        }
        // At a line's start nobody sees it; at its end it is taken off there.
        if count == lineStart || hasBreak {
            if let width = WhiteSpace.invisibleWidth(at: rest) { return width }
            if rest.starts(with: [0xC2, 0xAD]) { return 2 }
        }
        put(text[0])
        return 1
    }

    mutating func put(scalar: UInt32) {
        guard scalar > 0x20 else { return scalar == 0x20 || (0x09...0x0D).contains(scalar) ? space() : () }
        var bytes: (UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0)
        var count = 0
        withUnsafeMutableBytes(of: &bytes) { buffer in
            guard let scalar = Unicode.Scalar(scalar) else { return }
            for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                buffer[count] = byte
                count += 1
            }
        }
        withUnsafeBytes(of: bytes) { buffer in
            guard let start = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
            var index = 0
            while index < count {
                index +=
                    start[index] < 0x80 ? putPlain(start[index]) : putWide(start + index, left: count - index)
            }
        }
    }

    private mutating func putPlain(_ byte: UInt8) -> Int {
        put(byte)
        return 1
    }
}
