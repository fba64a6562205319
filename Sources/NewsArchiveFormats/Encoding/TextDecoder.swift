/// Makes UTF-8 of a text in any encoding, a piece at a time.
///
/// A byte order mark at the start is dropped; that of the other order of bytes turns UTF-16 and UTF-32 around. For every byte
/// (in UTF-16 and UTF-32: every unit) that could not be decoded the byte 0xFF goes out, which is never part of UTF-8.
/// UTF-8 passes as it is, unchecked and without a copy. Memory holds at most 64 KiB of text.
package final class TextDecoder {
    /// The encoding that is decoded; the byte order mark may change the order of its bytes.
    package private(set) var encoding: TextEncoding

    private var engine: DecodingEngine
    private var text = DecodedText()
    // The beginning of a mark or a character that the next piece completes.
    private var carried: [UInt8] = []
    private var isAtStart = true
    private var markLength = 0
    // How many bytes were read, those carried left out.
    private var rawOffset = 0

    // More than the longest character of any encoding, with what shifts to it.
    private static let joint = 32

    /// A decoder at the start of a text; nil when the C library does not know the encoding.
    package init?(_ encoding: TextEncoding) {
        guard let engine = DecodingEngine(encoding) else { return nil }
        self.encoding = encoding
        self.engine = engine
    }

    /// Takes the next piece and hands over its text, in pieces of at most 64 KiB unless it is UTF-8.
    ///
    /// `emit` may ask for places in the text and forget such.
    package func decode(
        _ bytes: UnsafeRawBufferPointer, emit: (UnsafeRawBufferPointer) throws -> Void
    ) rethrows {
        guard !bytes.isEmpty else { return }
        var rest = bytes
        if isAtStart, !dropMark(&rest) { return }
        if case .utf8 = engine { return try pass(rest, emit: emit) }
        while !carried.isEmpty, !rest.isEmpty { try decodeJoint(&rest, emit: emit) }
        let read = try decodeWhole(rest, emit: emit)
        carried += rest[read...]
    }

    /// Says that the text has ended: bytes that only begin a character cannot be decoded.
    package func finish(emit: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        if isAtStart {
            isAtStart = false
            let start = carried
            carried = []
            try start.withUnsafeBytes { try decode($0, emit: emit) }
        }
        let width = encoding.unitWidth
        for position in stride(from: 0, to: carried.count, by: width) {
            // The buffer is empty here, and has room for what is less than the joint.
            _ = text.damage(rawOffset: rawOffset + position, width: width)
        }
        rawOffset += carried.count
        carried = []
        engine.finish(into: &text)
        try hand(emit)
    }

    /// How many bytes, counted from the first that was handed over, come before what could not be decoded and became the
    /// byte of text with this offset.
    ///
    /// - Returns: nil when that byte of text is no such mark, when it was forgotten, or when more than 4,096 such places
    ///   came before it and were not forgotten. In UTF-8 every byte has its place.
    package func rawOffset(ofUTF8Offset offset: Int) -> Int? {
        if case .utf8 = engine { return markLength + offset }
        return text.damages.rawOffset(ofTextOffset: offset)
    }

    /// Forgets what could not be decoded before a place in the text: call it when the record that held it is done with.
    package func forgetDamages(beforeUTF8Offset offset: Int) {
        text.damages.forget(before: offset)
    }
}

extension TextDecoder {
    /// Drops a byte order mark. False when more bytes have to come before it is known whether there is one.
    private func dropMark(_ rest: inout UnsafeRawBufferPointer) -> Bool {
        let marks = ByteOrderMark.expected(in: encoding)
        let longest = marks.map(\.bytes.count).max() ?? 0
        let start = carried + rest.prefix(longest)
        if let mark = marks.first(where: { start.starts(with: $0.bytes) }) {
            rest = UnsafeRawBufferPointer(rebasing: rest[(mark.bytes.count - carried.count)...])
            carried = []
            markLength = mark.bytes.count
            rawOffset = markLength
            if mark.encoding != encoding, let turned = DecodingEngine(mark.encoding) {
                (encoding, engine) = (mark.encoding, turned)
            }
        } else if marks.contains(where: { $0.bytes.starts(with: start) }) {
            carried = start
            return false
        }
        isAtStart = false
        return true
    }

    private func pass(
        _ bytes: UnsafeRawBufferPointer, emit: (UnsafeRawBufferPointer) throws -> Void
    ) rethrows {
        let start = carried
        carried = []
        if !start.isEmpty { try start.withUnsafeBytes { try emit($0) } }
        if !bytes.isEmpty { try emit(bytes) }
    }

    /// Decodes all but the beginning of a character at the end. The number of bytes read.
    private func decodeWhole(
        _ bytes: UnsafeRawBufferPointer, emit: (UnsafeRawBufferPointer) throws -> Void
    ) rethrows -> Int {
        var read = 0
        while read < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[read...])
            let step = engine.decode(rest, rawOffset: rawOffset, into: &text)
            read += step.read
            rawOffset += step.read
            try hand(emit)
            if step.isIncomplete { break }
        }
        return read
    }

    // Nothing of the decoder is being changed meanwhile: `emit` may use it.
    private func hand(_ emit: (UnsafeRawBufferPointer) throws -> Void) rethrows {
        let piece = text.take()
        if !piece.isEmpty { try emit(piece) }
    }

    /// Decodes the bytes carried with as many of the next as complete them.
    private func decodeJoint(
        _ rest: inout UnsafeRawBufferPointer, emit: (UnsafeRawBufferPointer) throws -> Void
    ) rethrows {
        let next = rest.prefix(Self.joint)
        let joined = carried + next
        var read = try joined.withUnsafeBytes { try decodeWhole($0, emit: emit) }
        if read == 0, joined.count >= Self.joint {
            _ = text.damage(rawOffset: rawOffset, width: 1)
            read = 1
            rawOffset += 1
        }
        if read < carried.count {
            carried = Array(joined[read...])
            rest = UnsafeRawBufferPointer(rebasing: rest[next.count...])
        } else {
            rest = UnsafeRawBufferPointer(rebasing: rest[(read - carried.count)...])
            carried = []
        }
    }
}
