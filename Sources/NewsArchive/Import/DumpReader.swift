import NewsArchiveFormats

/// Reads the bytes of a dump from any place; fastest in order.
///
/// A file of a ZIP archive is unpacked from its start: where a place before the last one is asked for, once more.
final class DumpReader {
    private let dump: DumpBytes
    private var stream: ZipEntryStream?
    // What was unpacked and not asked for yet, and where it begins.
    private var held: [UInt8] = []
    private var heldStart = 0
    // Damage behind what is held. Asked again, the stream would go on after it as if nothing were wrong.
    private var damage: (any Error)?

    init(_ dump: DumpBytes) {
        self.dump = dump
    }

    /// Reads bytes from a place; 0 at the end of the dump.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws -> Int {
        guard let entry = dump.zipEntry else { return try dump.read(into: buffer, at: offset) }
        do {
            return try read(entry, into: buffer, at: offset)
        } catch let error as UnpackingError {
            throw ArchiveError.unreadableDump(dump: dump.name, reason: "\(error)")
        }
    }

    private func read(
        _ entry: ZipEntry, into buffer: UnsafeMutableRawBufferPointer, at offset: Int
    ) throws -> Int {
        if stream == nil || offset < heldStart {
            stream = try ZipEntryStream(entry)
            held = []
            heldStart = 0
            damage = nil
        }
        while heldStart + held.count <= offset {
            heldStart += held.count
            held = []
            guard try readMore() else { return 0 }
        }
        let found = held[(offset - heldStart)...].prefix(buffer.count)
        buffer.copyBytes(from: found)
        return found.count
    }

    // What comes before damage is handed over first; who asks for more is told of it.
    private func readMore() throws -> Bool {
        if let damage { throw damage }
        guard let stream else { return false }
        var piece: [UInt8] = []
        defer { held = piece }
        do {
            return try stream.next(read: dump.readPacked) { piece.append(contentsOf: $0) }
        } catch {
            damage = error
            guard !piece.isEmpty else { throw error }
            return true
        }
    }
}
