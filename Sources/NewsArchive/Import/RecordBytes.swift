/// Reads the text of records again by their places, in the order of the dump.
final class RecordBytes {
    private let dump: DumpBytes
    private let layers: TextLayers
    private var stream: TextStream?
    // Text that was read and not asked for yet, and where it begins.
    private var held: [UInt8] = []
    private var heldStart = 0
    // Damage behind what is held. Asked again, the stream would go on after it as if nothing were wrong.
    private var damage: (any Error)?

    init(_ dump: DumpBytes, _ layers: TextLayers) {
        self.dump = dump
        self.layers = layers
    }

    /// Hands over the text at a place, a piece at a time.
    ///
    /// A packed or recoded dump is read from its start, once for all places that come in order.
    func forEachPiece(
        of place: RecordPlace, _ handle: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        let range = place.byteOffset..<place.byteOffset + place.byteCount
        if layers.packing == .none, layers.encoding == .utf8, dump.isRandomAccess {
            return try dump.forEachPiece(in: range, handle)
        }
        if stream == nil || range.lowerBound < heldStart { try restart() }
        while heldStart < range.upperBound {
            let skipped = min(held.count, max(0, range.lowerBound - heldStart))
            let end = min(held.count, range.upperBound - heldStart)
            if skipped < end { try held[skipped..<end].withUnsafeBytes(handle) }
            // What follows may be asked for next.
            drop(max(skipped, end))
            guard heldStart < range.upperBound, try readMore() else { return }
        }
    }

    private func restart() throws {
        stream = try TextStream(dump, layers, pieceLength: 4096)
        held = []
        heldStart = layers.textStart
        damage = nil
    }

    private func drop(_ count: Int) {
        held.removeFirst(count)
        heldStart += count
    }

    // What comes before damage is handed over first; who asks for more is told of it.
    private func readMore() throws -> Bool {
        if let damage { throw damage }
        guard let stream else { return false }
        var text: [UInt8] = []
        defer { held += text }
        do {
            return try stream.next { text.append(contentsOf: $0) }
        } catch {
            damage = error
            guard !text.isEmpty else { throw error }
            return true
        }
    }
}
