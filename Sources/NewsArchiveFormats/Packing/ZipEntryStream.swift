/// Unpacks a file of a ZIP archive, a piece at a time.
///
/// To unpack a packed file in it hand the pieces to an ``Unpacker``.
package final class ZipEntryStream {
    private let entry: ZipEntry
    private let unpacker: Unpacker?
    // Where the next packed bytes stand; nil before the file's own header was read.
    private var offset: Int?
    private var packedRest: Int
    private var count = 0
    private var checksum: UInt32 = 0

    /// - Throws: ``UnpackingError`` for a file that is encrypted, or packed in a way that this build does not know.
    package init(_ entry: ZipEntry) throws {
        guard !entry.isEncrypted else { throw UnpackingError.encrypted(name: entry.name) }
        self.entry = entry
        packedRest = entry.packedCount
        unpacker = try Self.unpacker(entry)
    }

    // What is unpacked from so much at once fits into memory whoever packed it: 16 KiB of deflate are 16 MiB at the
    // most, 4 KiB of Zstandard 128 MiB.
    private var pieceLength: Int { entry.method == 93 ? 4096 : 1 << 14 }

    /// Hands over what the next bytes of the archive unpack to.
    ///
    /// - Returns: false after the last of them.
    /// - Throws: ``UnpackingError`` after what could still be unpacked was handed over, or what the closures throw.
    package func next(read: ZipArchive.Read, emit: (UnsafeRawBufferPointer) throws -> Void) throws -> Bool {
        let start = try offset ?? dataOffset(read)
        guard packedRest > 0 else {
            try finish()
            return false
        }
        let piece = try read(start, min(packedRest, pieceLength))
        guard !piece.isEmpty else { throw UnpackingError.cutShort(.zip) }
        offset = start + piece.count
        packedRest -= min(packedRest, piece.count)
        try piece.withUnsafeBytes { piece in
            if let unpacker {
                try unpacker.unpack(piece) { try hand($0, to: emit) }
            } else {
                try hand(piece, to: emit)
            }
        }
        return true
    }

    /// nil for a file that is not packed.
    private static func unpacker(_ entry: ZipEntry) throws -> Unpacker? {
        let unpacker: Unpacker?
        switch entry.method {
        case 0: return nil
        case 8: unpacker = Unpacker(deflateIn: .zip)
        case 93: unpacker = Unpacker(.zstd)
        default: throw UnpackingError.unknownMethod(name: entry.name, method: entry.method)
        }
        guard let unpacker else {
            throw Packing.zip.isSupported ? UnpackingError.outOfMemory : .unsupported(.zip)
        }
        return unpacker
    }

    private func dataOffset(_ read: ZipArchive.Read) throws -> Int {
        // Its own header has a name and an extra field of other lengths than the directory's.
        var header = LittleEndianReader(try read(entry.offset, ZipEntry.headerLength))
        guard header.number(bytes: 4) == 0x0403_4B50, header.take(22) != nil,
            let nameCount = header.integer(bytes: 2), let extraCount = header.integer(bytes: 2)
        else { throw UnpackingError.brokenDirectory("lists a file that is not there") }
        return entry.offset + ZipEntry.headerLength + nameCount + extraCount
    }

    private func hand(
        _ piece: UnsafeRawBufferPointer, to emit: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        let wanted = UnsafeRawBufferPointer(rebasing: piece.prefix(entry.count - count))
        count += wanted.count
        checksum = Checksum.crc32(of: wanted, after: checksum)
        if !wanted.isEmpty { try emit(wanted) }
        if wanted.count < piece.count { throw UnpackingError.corrupt(.zip) }
    }

    private func finish() throws {
        try unpacker?.finish()
        guard count == entry.count else { throw UnpackingError.cutShort(.zip) }
        guard checksum == entry.checksum else { throw UnpackingError.wrongChecksum(.zip) }
    }
}

extension ZipArchive {
    /// Unpacks a file of the archive, a piece at a time.
    ///
    /// - Throws: ``UnpackingError`` after what could still be unpacked was handed over, or what the closures throw.
    package func unpack(
        _ entry: ZipEntry, read: Read, emit: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        let stream = try ZipEntryStream(entry)
        while try stream.next(read: read, emit: emit) {}
    }
}
