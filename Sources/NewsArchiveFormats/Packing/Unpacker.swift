#if Compression
    import CNewsArchivePacking

    /// Unpacks gzip and Zstandard a piece at a time.
    ///
    /// Members or frames that follow each other are unpacked as one. What follows the last of them and begins none, zeros
    /// or anything else, is passed over as gzip does. Memory: the window, for gzip 32 KiB, for Zstandard 128 MiB at most.
    package final class Unpacker {
        /// Pieces of unpacked bytes are no longer than this.
        package static let pieceLength = 1 << 17

        private enum State {
            /// Before the first member, or within one.
            case member
            /// A member has ended; the bytes may begin another.
            case between([UInt8])
            /// What follows is nothing that was packed.
            case trailing
        }

        private let packing: Packing
        private let handle: OpaquePointer
        private let isRaw: Bool
        private let buffer: UnsafeMutableRawBufferPointer
        private var state = State.member

        /// An unpacker at the start of a file; nil when it is neither gzip nor Zstandard.
        package convenience init?(_ packing: Packing) {
            switch packing {
            case .gzip: self.init(packing, NA_GZIP)
            case .zstd: self.init(packing, NA_ZSTD)
            case .none, .zip: return nil
            }
        }

        /// An unpacker of one stream of deflate without a header, as ZIP has it; nil when there is no memory.
        convenience init?(deflateIn packing: Packing) {
            self.init(packing, NA_DEFLATE)
        }

        private init?(_ packing: Packing, _ kind: na_packing) {
            guard let handle = na_unpacker_create(kind) else { return nil }
            self.handle = handle
            self.packing = packing
            isRaw = kind == NA_DEFLATE
            buffer = .allocate(byteCount: Self.pieceLength, alignment: 16)
        }

        deinit {
            na_unpacker_free(handle)
            buffer.deallocate()
        }

        /// Takes the next piece and hands over what it unpacks to.
        ///
        /// - Throws: ``UnpackingError`` after what could still be unpacked was handed over, or what `emit` throws.
        package func unpack(
            _ bytes: UnsafeRawBufferPointer, emit: (UnsafeRawBufferPointer) throws -> Void
        ) throws {
            var rest = bytes
            while !rest.isEmpty {
                switch state {
                case .trailing: return
                case .member: try unpackMember(&rest, emit: emit)
                case .between(let start): try lookForMember(start, &rest, emit: emit)
                }
            }
        }

        /// Says that the file has ended.
        ///
        /// - Throws: ``UnpackingError/cutShort(_:)`` when something that was packed has not ended.
        package func finish() throws {
            if case .member = state { throw UnpackingError.cutShort(packing) }
        }
    }

    extension Unpacker {
        private func unpackMember(
            _ rest: inout UnsafeRawBufferPointer, emit: (UnsafeRawBufferPointer) throws -> Void
        ) throws {
            while true {
                var read = 0
                var written = 0
                let status = na_unpacker_step(
                    handle, rest.baseAddress, rest.count, &read, buffer.baseAddress, buffer.count, &written)
                rest = UnsafeRawBufferPointer(rebasing: rest[read...])
                if status == NA_MEMBER_ENDED {
                    state = isRaw ? .trailing : .between([])
                    na_unpacker_reset(handle)
                }
                if written > 0 { try emit(UnsafeRawBufferPointer(rebasing: buffer[..<written])) }
                if status == NA_MEMBER_ENDED { return }
                if let error = error(status) { throw error }
                // A full buffer may have more behind it even when all input was read.
                if written < buffer.count, rest.isEmpty || read == 0 { return try expectAllRead(rest) }
            }
        }

        // Neither library leaves input with room for output; without this one that did would be asked for ever.
        private func expectAllRead(_ rest: UnsafeRawBufferPointer) throws {
            if !rest.isEmpty { throw UnpackingError.corrupt(packing) }
        }

        private func lookForMember(
            _ start: [UInt8], _ rest: inout UnsafeRawBufferPointer,
            emit: (UnsafeRawBufferPointer) throws -> Void
        ) throws {
            let length = packing == .gzip ? 2 : Packing.detectionLength
            let magic = start + rest.prefix(length - start.count)
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(magic.count - start.count))
            guard magic.count == length else {
                state = .between(magic)
                return
            }
            guard magic.withUnsafeBytes(Packing.detect) == packing else {
                state = .trailing
                return
            }
            state = .member
            try magic.withUnsafeBytes { magic in
                var part = magic
                try unpackMember(&part, emit: emit)
            }
        }

        private func error(_ status: na_unpack_status) -> UnpackingError? {
            switch status {
            case NA_CORRUPT: .corrupt(packing)
            case NA_WRONG_CHECKSUM: .wrongChecksum(packing)
            case NA_WINDOW_TOO_LARGE: .windowTooLarge
            case NA_OUT_OF_MEMORY: .outOfMemory
            default: nil
            }
        }
    }
#else
    /// Unpacks nothing: this build was made without the trait `Compression`.
    package final class Unpacker {
        /// Always nil.
        package init?(_ packing: Packing) { return nil }

        init?(deflateIn packing: Packing) { return nil }

        package func unpack(
            _ bytes: UnsafeRawBufferPointer, emit: (UnsafeRawBufferPointer) throws -> Void
        ) throws {}

        package func finish() throws {}
    }
#endif
