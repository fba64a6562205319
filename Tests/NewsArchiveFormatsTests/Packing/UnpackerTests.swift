#if Compression
    import CNewsArchivePacking
    import Testing

    @testable import NewsArchiveFormats

    struct UnpackerTests {
        static let kinds: [(Packing, na_packing)] = [(.gzip, NA_GZIP), (.zstd, NA_ZSTD)]

        @Test(arguments: kinds, [1, 3, 1000, .max])
        func whatWasPackedIsUnpackedWhateverThePieces(kind: (Packing, na_packing), size: Int) {
            let bytes = packed(text, kind.1)
            #expect(bytes.withUnsafeBytes { Packing.detect(in: $0) } == kind.0)
            #expect(unpack(bytes, kind.0, pieces: size) == Outcome(text))
        }

        @Test(arguments: kinds, [1, 3, .max])
        func membersThatFollowEachOtherAreOneText(kind: (Packing, na_packing), size: Int) {
            let bytes = packed(text, kind.1) + packed([], kind.1) + packed(Array("end".utf8), kind.1)
            #expect(unpack(bytes, kind.0, pieces: size) == Outcome(text + Array("end".utf8)))
        }

        @Test(arguments: [1, 2, .max])
        func aSkippableFrameIsSkipped(size: Int) {
            let bytes: [UInt8] = [0x5A, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3] + packed(text, NA_ZSTD)
            #expect(unpack(bytes, .zstd, pieces: size) == Outcome(text))
        }

        @Test(arguments: kinds, [1, .max])
        func zerosAndRubbishAfterTheEndArePassedOver(kind: (Packing, na_packing), size: Int) {
            let bytes = packed(text, kind.1)
            #expect(unpack(bytes + [0, 0, 0, 0, 0], kind.0, pieces: size) == Outcome(text))
            #expect(unpack(bytes + Array("rubbish".utf8), kind.0, pieces: size) == Outcome(text))
            #expect(unpack(bytes + [0x1F], kind.0, pieces: size) == Outcome(text))
        }

        @Test(arguments: kinds)
        func whatIsCutShortIsHandedOverAndSaidToBeCutShort(kind: (Packing, na_packing)) {
            let bytes = packed(text, kind.1)
            for count in [0, 1, 10, bytes.count / 2, bytes.count - 1] {
                let outcome = unpack(Array(bytes[..<count]), kind.0)
                #expect(outcome.error == .cutShort(kind.0))
                #expect(text.starts(with: outcome.bytes))
            }
            let most = unpack(Array(bytes[..<(bytes.count / 4 * 3)]), kind.0)
            #expect(most.bytes.count > 100_000)
        }

        @Test(arguments: kinds)
        func aDamageIsTold(kind: (Packing, na_packing)) {
            var bytes = packed(text, kind.1)
            bytes[bytes.count / 2] ^= 0xFF
            let error = unpack(bytes, kind.0).error
            #expect(error == .corrupt(kind.0) || error == .wrongChecksum(kind.0))
        }

        @Test(arguments: [(Packing.gzip, NA_GZIP, 5), (.zstd, NA_ZSTD, 1)])
        func anotherChecksumIsTold(packing: Packing, kind: na_packing, fromEnd: Int) {
            var bytes = packed(text, kind)
            bytes[bytes.count - fromEnd] ^= 1
            #expect(unpack(bytes, packing) == Outcome(text, .wrongChecksum(packing)))
        }

        @Test func aFrameThatWantsTooLargeAWindowIsRefused() {
            // A header with a window of 2 GiB.
            let bytes: [UInt8] = [0x28, 0xB5, 0x2F, 0xFD, 0x00, 21 << 3, 1, 0, 0]
            #expect(unpack(bytes, .zstd).error == .windowTooLarge)
        }

        @Test(arguments: kinds)
        func aBombOfZerosGoesThroughInPieces(kind: (Packing, na_packing)) throws {
            let member = packed([UInt8](repeating: 0, count: 32 << 20), kind.1)
            let unpacker = try #require(Unpacker(kind.0))
            var count = 0
            var longest = 0
            for _ in 0..<10 {
                try member.withUnsafeBytes { bytes in
                    try unpacker.unpack(bytes) { piece in
                        count += piece.count
                        longest = max(longest, piece.count)
                    }
                }
            }
            try unpacker.finish()
            #expect(count == 320 << 20)
            #expect(longest <= 256 << 10)
        }

        @Test func anErrorOfTheReceiverStopsIt() throws {
            struct Enough: Error {}
            let bytes = packed(text, NA_GZIP)
            let unpacker = try #require(Unpacker(.gzip))
            #expect(throws: Enough.self) {
                try bytes.withUnsafeBytes { try unpacker.unpack($0) { _ in throw Enough() } }
            }
        }

        @Test(arguments: kinds)
        func bytesOfChanceAreNoTrap(kind: (Packing, na_packing)) {
            var chance = Chance(3)
            let whole = packed(text, kind.1)
            for round in 0..<200 {
                var bytes = whole
                for _ in 0...3 {
                    bytes[Int(chance.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: chance.next())
                }
                _ = unpack(bytes, kind.0, pieces: round % 2 == 0 ? .max : 977)
                _ = unpack(Array(whole[..<6]) + chance.bytes(100), kind.0)
            }
        }

        private let text = Array(
            (0..<20_000).map { "line \($0 &* 2_654_435_761 % 1_000_003)\n" }.joined().utf8)

        private struct Outcome: Equatable {
            var bytes: [UInt8]
            var error: UnpackingError?

            init(_ bytes: [UInt8], _ error: UnpackingError? = nil) {
                self.bytes = bytes
                self.error = error
            }

            // The bytes are many: a difference is not worth printing.
            static func == (left: Outcome, right: Outcome) -> Bool {
                left.error == right.error && left.bytes == right.bytes
            }
        }

        private func unpack(_ bytes: [UInt8], _ packing: Packing, pieces size: Int = .max) -> Outcome {
            var outcome = Outcome([])
            guard let unpacker = Unpacker(packing) else { return outcome }
            do {
                try bytes.withUnsafeBytes { bytes in
                    var rest = bytes[...]
                    while !rest.isEmpty {
                        let piece = rest.prefix(size)
                        try unpacker.unpack(UnsafeRawBufferPointer(rebasing: piece)) { outcome.bytes += $0 }
                        rest = rest.dropFirst(piece.count)
                    }
                }
                try unpacker.finish()
            } catch {
                outcome.error = error as? UnpackingError
            }
            return outcome
        }
    }
#endif
