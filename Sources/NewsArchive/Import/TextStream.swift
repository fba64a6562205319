/// The text of a dump, unpacked and as UTF-8, in order, a piece at a time.
final class TextStream {
    private let dump: DumpBytes
    private let reader: DumpReader
    private let layers: TextLayers
    private let unpacker: Unpacker?
    private let decoder: TextDecoder
    private let buffer: UnsafeMutableRawBufferPointer
    /// Bytes of the dump that were read.
    private(set) var bytesRead = 0
    private var hasEnded = false

    /// How many bytes of a packed dump are read at once. Its text may be thousands of times as long.
    private static let packedPiece = 16_384
    /// The first piece of a packed dump is smaller, for what it holds is one chunk at least.
    private static let firstPackedPiece = 512

    /// - Parameter pieceLength: How many bytes of a dump that is not packed are read at once.
    /// - Throws: ``ArchiveError/unreadableDump(dump:reason:)`` when this build cannot unpack or decode it.
    init(_ dump: DumpBytes, _ layers: TextLayers, pieceLength: Int) throws {
        self.dump = dump
        self.layers = layers
        reader = dump.reader()
        unpacker = try Unpacker.needed(for: layers.packing, of: dump)
        guard let decoder = TextDecoder(layers.encoding) else {
            throw ArchiveError.unreadableDump(
                dump: dump.name, reason: "this system has no tables for the encoding \(layers.encoding)")
        }
        self.decoder = decoder
        let length = layers.packing == .none ? pieceLength : min(pieceLength, Self.packedPiece)
        buffer = .allocate(byteCount: max(1, length), alignment: 16)
    }

    deinit { buffer.deallocate() }

    /// Reads the next piece.
    ///
    /// - Parameters:
    ///   - onBytes: Called with the bytes of the dump before their text is handed over.
    ///   - handle: Called with the text, any number of times.
    /// - Returns: false after the last piece.
    func next(
        onBytes: (UnsafeRawBufferPointer) -> Void = { _ in },
        _ handle: (UnsafeRawBufferPointer) throws -> Void
    ) throws -> Bool {
        guard !hasEnded else { return false }
        let isFirstPacked = bytesRead == 0 && layers.packing != .none
        let wanted = isFirstPacked ? min(buffer.count, Self.firstPackedPiece) : buffer.count
        let count = try reader.read(into: .init(rebasing: buffer[..<wanted]), at: bytesRead)
        guard count > 0 else {
            hasEnded = true
            try finish(handle)
            return true
        }
        let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
        onBytes(bytes)
        bytesRead += count
        if let unpacker {
            try translating { try unpacker.unpack(bytes) { try decoder.decode($0, emit: handle) } }
        } else {
            try decoder.decode(bytes, emit: handle)
        }
        return true
    }

    /// Where the byte of the dump, unpacked, stands that could not be decoded and became the byte 0xFF of the text at
    /// this place.
    func byteOffset(ofTextOffset offset: Int) -> Int? { decoder.rawOffset(ofUTF8Offset: offset) }

    /// Forgets such bytes before a place in the text.
    func forgetDamages(before offset: Int) { decoder.forgetDamages(beforeUTF8Offset: offset) }

    private func finish(_ handle: (UnsafeRawBufferPointer) throws -> Void) throws {
        if let unpacker { try translating { try unpacker.finish() } }
        try decoder.finish(emit: handle)
    }

    private func translating(_ work: () throws -> Void) throws {
        do {
            try work()
        } catch let error as UnpackingError {
            throw ArchiveError.unreadableDump(dump: dump.name, reason: "\(error)")
        }
    }
}
