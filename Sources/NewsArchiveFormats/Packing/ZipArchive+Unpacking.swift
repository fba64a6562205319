#if Compression
    import CNewsArchivePacking

    extension ZipArchive {
        /// Unpacks a file of the archive, a piece at a time. To unpack a packed file in it hand the pieces to an
        /// ``Unpacker``.
        ///
        /// - Throws: ``UnpackingError`` after what could still be unpacked was handed over, or what the closures throw.
        package func unpack(
            _ entry: ZipEntry, read: Read, emit: (UnsafeRawBufferPointer) throws -> Void
        ) throws {
            guard !entry.isEncrypted else { throw UnpackingError.encrypted(name: entry.name) }
            let unpacker = try Self.unpacker(entry)
            var checksum: UInt32 = 0
            var count = 0
            func check(_ piece: UnsafeRawBufferPointer) throws {
                let wanted = UnsafeRawBufferPointer(rebasing: piece.prefix(entry.count - count))
                count += wanted.count
                checksum = na_crc32(checksum, wanted.baseAddress, wanted.count)
                if !wanted.isEmpty { try emit(wanted) }
                if wanted.count < piece.count { throw UnpackingError.corrupt(.zip) }
            }
            try Self.forEachPiece(of: entry, read: read) { piece in
                if let unpacker { try unpacker.unpack(piece, emit: check) } else { try check(piece) }
            }
            try unpacker?.finish()
            guard count == entry.count else { throw UnpackingError.cutShort(.zip) }
            guard checksum == entry.checksum else { throw UnpackingError.wrongChecksum(.zip) }
        }

        /// Nil for a file that is not packed.
        private static func unpacker(_ entry: ZipEntry) throws -> Unpacker? {
            let unpacker: Unpacker?
            switch entry.method {
            case 0: return nil
            case 8: unpacker = Unpacker(deflateIn: .zip)
            case 93: unpacker = Unpacker(.zstd)
            default: throw UnpackingError.unknownMethod(name: entry.name, method: entry.method)
            }
            guard let unpacker else { throw UnpackingError.outOfMemory }
            return unpacker
        }

        private static func forEachPiece(
            of entry: ZipEntry, read: Read, handle: (UnsafeRawBufferPointer) throws -> Void
        ) throws {
            // Its own header has a name and an extra field of other lengths than the directory's.
            var header = LittleEndianReader(try read(entry.offset, ZipEntry.headerLength))
            guard header.number(bytes: 4) == 0x0403_4B50, header.take(22) != nil,
                let nameCount = header.integer(bytes: 2), let extraCount = header.integer(bytes: 2)
            else { throw UnpackingError.brokenDirectory("lists a file that is not there") }
            var offset = entry.offset + ZipEntry.headerLength + nameCount + extraCount
            var rest = entry.packedCount
            while rest > 0 {
                let piece = try read(offset, min(rest, 1 << 16))
                guard !piece.isEmpty else { throw UnpackingError.cutShort(.zip) }
                try piece.withUnsafeBytes(handle)
                offset += piece.count
                rest -= min(rest, piece.count)
            }
        }
    }
#endif
