/// The first bytes of a dump, unpacked: as many as tell how it is encoded and what it is.
struct DumpSample {
    /// What its bytes are packed with.
    let packing: Packing
    private(set) var bytes: [UInt8] = []
    /// Whether they are all of it.
    private(set) var isWhole = false

    /// Text of ASCII characters alone says nothing about its encoding. It is looked at so far: 16 MiB.
    private static let lengthOfASCII = 16 << 20
    /// From its first other byte on, so much is looked at; and so much in any case: 1 MiB.
    private static let length = 1 << 20

    private struct IsEnough: Error {}

    /// - Throws: ``ArchiveError`` when the dump cannot be read, or not unpacked from its very beginning.
    init(_ dump: DumpBytes) throws {
        let reader = dump.reader()
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let first = try buffer.withUnsafeMutableBytes { try reader.read(into: $0, at: 0) }
        packing = buffer.withUnsafeBytes {
            Packing.detect(in: UnsafeRawBufferPointer(rebasing: $0[..<first]))
        }
        let unpacker = try Unpacker.needed(for: packing, of: dump)
        do {
            var offset = 0
            while let count = try read(reader, &buffer, at: offset) {
                offset += count
                try take(buffer[..<count], unpacker)
            }
            try unpacker?.finish()
            isWhole = true
        } catch is IsEnough {
            // The rest is for the import.
        } catch let error as UnpackingError {
            try passOver(.unreadableDump(dump: dump.name, reason: "\(error)"))
        } catch let error as ArchiveError {
            // The reader unpacks the files of a ZIP archive, and says so of their damage.
            try passOver(error)
        }
    }

    // What is damaged further on is said by the import, behind what comes before it.
    private func passOver(_ error: ArchiveError) throws {
        guard case .unreadableDump = error, !bytes.isEmpty else { throw error }
    }

    private func read(_ reader: DumpReader, _ buffer: inout [UInt8], at offset: Int) throws -> Int? {
        let count = try buffer.withUnsafeMutableBytes { try reader.read(into: $0, at: offset) }
        return count > 0 ? count : nil
    }

    private mutating func take(_ piece: ArraySlice<UInt8>, _ unpacker: Unpacker?) throws {
        try piece.withUnsafeBytes { piece in
            guard let unpacker else { return try add(piece) }
            try unpacker.unpack(piece) { try add($0) }
        }
    }

    // The place up to which bytes are wanted, once it is known.
    private var end: Int?

    private mutating func add(_ piece: UnsafeRawBufferPointer) throws {
        let start = bytes.count
        bytes.append(contentsOf: piece)
        if end == nil, let other = piece.firstIndex(where: { $0 >= 0x80 || $0 == 0 }) {
            end = max(Self.length, start + other + Self.length)
        }
        if bytes.count >= end ?? Self.lengthOfASCII { throw IsEnough() }
    }
}

extension Unpacker {
    /// What unpacks a dump; nil for one that is not packed.
    ///
    /// - Throws: ``ArchiveError/notADump(dump:reason:)`` for what is no single dump, or needs a trait that is off.
    static func needed(for packing: Packing, of dump: DumpBytes) throws -> Unpacker? {
        switch packing {
        case .none: return nil
        case .zip:
            throw ArchiveError.notADump(
                dump: dump.name, reason: "it is a ZIP archive, which holds dumps; import its members")
        case .gzip, .zstd:
            guard let unpacker = Unpacker(packing) else {
                let error = packing.isSupported ? UnpackingError.outOfMemory : .unsupported(packing)
                throw ArchiveError.unreadableDump(dump: dump.name, reason: "\(error)")
            }
            return unpacker
        }
    }
}
