import Glibc

/// Cuts pieces of a dump into lines, whatever the pieces' borders.
struct LineSplitter {
    /// Bytes of the dump that were handed over as lines.
    private(set) var byteOffset = 0
    private var number = 0
    // The start of a line whose end has not arrived. Past the limit its bytes are only counted.
    private var carried: [UInt8] = []
    private var carriedCount = 0

    mutating func split(
        _ bytes: UnsafeRawBufferPointer, limit: Int, _ handle: (Line) throws -> Void
    ) rethrows {
        guard let start = bytes.baseAddress else { return }
        var position = 0
        // memchr reads 4 GB a second, and a loop over a collection a tenth of that.
        while let found = memchr(start + position, 0x0A, bytes.count - position) {
            let end = UnsafeRawPointer(found) - start
            let part = UnsafeRawBufferPointer(rebasing: bytes[position..<end])
            position = end + 1
            if carriedCount == 0, part.count <= limit {
                try hand(part, byteCount: part.count + 1, to: handle)
            } else {
                carry(part, limit: limit)
                try handCarried(terminator: 1, to: handle)
            }
        }
        carry(UnsafeRawBufferPointer(rebasing: bytes[position...]), limit: limit)
    }

    /// Hands over the last line of a dump that does not end with a line end.
    mutating func finish(_ handle: (Line) throws -> Void) rethrows {
        if carriedCount > 0 { try handCarried(terminator: 0, to: handle) }
    }

    private mutating func carry(_ part: UnsafeRawBufferPointer, limit: Int) {
        carriedCount += part.count
        if carriedCount <= limit {
            carried.append(contentsOf: part)
        } else {
            carried = []
        }
    }

    private mutating func handCarried(terminator: Int, to handle: (Line) throws -> Void) rethrows {
        let count = carriedCount
        let whole = carried
        carried = []
        carriedCount = 0
        try whole.withUnsafeBytes { bytes in
            try hand(bytes, byteCount: count + terminator, isTooLong: bytes.count < count, to: handle)
        }
    }

    // A carriage return within a line ends one, too: some dumps have no line feeds.
    private mutating func hand(
        _ bytes: UnsafeRawBufferPointer, byteCount: Int, isTooLong: Bool = false,
        to handle: (Line) throws -> Void
    ) rethrows {
        var rest = bytes
        while let start = rest.baseAddress, let found = memchr(start, 0x0D, rest.count) {
            let end = UnsafeRawPointer(found) - start
            guard end + 1 < rest.count else { break }
            try handOne(UnsafeRawBufferPointer(rebasing: rest[..<end]), byteCount: end + 1, to: handle)
            rest = UnsafeRawBufferPointer(rebasing: rest[(end + 1)...])
        }
        let handed = bytes.count - rest.count
        try handOne(rest, byteCount: byteCount - handed, isTooLong: isTooLong, to: handle)
    }

    private mutating func handOne(
        _ bytes: UnsafeRawBufferPointer, byteCount: Int, isTooLong: Bool = false,
        to handle: (Line) throws -> Void
    ) rethrows {
        number += 1
        let line = Line(number: number, byteOffset: byteOffset, bytes: bytes, isTooLong: isTooLong)
        byteOffset += byteCount
        try handle(line)
    }
}
