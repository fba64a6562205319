/// Reads the bytes of a dump from any place; fastest in order.
final class DumpReader {
    private let dump: DumpBytes

    init(_ dump: DumpBytes) {
        self.dump = dump
    }

    /// Reads bytes from a place; 0 at the end of the dump.
    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) throws -> Int {
        try dump.read(into: buffer, at: offset)
    }
}
