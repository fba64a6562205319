#if Compression
    import CNewsArchivePacking
    import Testing

    @testable import NewsArchiveFormats

    struct ZipArchiveTests {
        @Test(arguments: [0, 8, 93])
        func aFileIsUnpackedByItsMethod(method: Int) throws {
            var maker = ZipMaker()
            maker.add(Array("a.xml".utf8), text, method: method)
            let bytes = maker.archive(comment: "made for a test, PK\u{5}\u{6} and all")
            #expect(try contents(bytes) == ["a.xml": text])
        }

        @Test func filesComeInTheDirectorysOrderWithoutFoldersAndHiddenOnes() throws {
            var maker = ZipMaker()
            for name in ["z/", "z/b.xml", "a.xml", "__MACOSX/z/._b.xml", "z/.DS_Store", ".git/x", "é.xml"] {
                maker.add(Array(name.utf8), Array(name.utf8))
            }
            let archive = try open(maker.archive())
            #expect(archive.files.map(\.name) == ["z/b.xml", "a.xml", "é.xml"])
            #expect(archive.entries.count == 7)
        }

        @Test func aNameThatIsNoUTF8IsThatOfDOS() throws {
            var maker = ZipMaker()
            maker.add([0x81, 0x62], text)
            #expect(try open(maker.archive()).files.map(\.name) == ["üb"])
        }

        @Test func anEmptyArchiveHasNoFiles() throws {
            #expect(try open(ZipMaker().archive()).entries.isEmpty)
        }

        @Test(arguments: [false, true])
        func theLargeFormIsRead(end: Bool) throws {
            var maker = ZipMaker()
            maker.add(Array("a".utf8), text, has64: true)
            #expect(try contents(maker.archive(has64: end)) == ["a": text])
        }

        @Test func whatStandsBeforeAnArchiveShiftsIt() throws {
            var maker = ZipMaker()
            maker.add(Array("a".utf8), text)
            #expect(try contents(Array("#!/bin/sh\n".utf8) + maker.archive()) == ["a": text])
        }

        @Test func aPackedFileInAnArchiveIsUnpackedBehindIt() throws {
            var maker = ZipMaker()
            maker.add(Array("feed.xml.gz".utf8), packed(text, NA_GZIP), method: 0)
            let bytes = maker.archive()
            let archive = try open(bytes)
            let inner = try #require(Unpacker(.gzip))
            var found: [UInt8] = []
            try archive.unpack(archive.entries[0], read: reader(bytes)) { piece in
                try inner.unpack(piece) { found += $0 }
            }
            try inner.finish()
            #expect(found == text)
        }

        @Test func whatCannotBeReadIsSaid() throws {
            var maker = ZipMaker()
            maker.add(Array("secret".utf8), text, flags: 1)
            maker.add(Array("odd".utf8), text, method: 14)
            maker.add(Array("wrong".utf8), text, checksum: 7)
            maker.add(Array("less".utf8), text, statedCount: 3)
            maker.add(Array("more".utf8), text, statedCount: text.count + 1)
            let bytes = maker.archive()
            let expected: [UnpackingError] = [
                .encrypted(name: "secret"), .unknownMethod(name: "odd", method: 14), .wrongChecksum(.zip),
                .corrupt(.zip), .cutShort(.zip),
            ]
            for (entry, error) in zip(try open(bytes).entries, expected) {
                #expect(throws: error) { try open(bytes).unpack(entry, read: reader(bytes)) { _ in } }
            }
        }

        @Test func placesThatCannotBeAreRefused() {
            var overlapping = ZipMaker()
            overlapping.add(Array("a".utf8), text)
            overlapping.add(Array("b".utf8), text, offset: 0)
            #expect(throws: UnpackingError.brokenDirectory("has files that overlap")) {
                try open(overlapping.archive())
            }
            var outside = ZipMaker()
            outside.add(Array("a".utf8), text, offset: 0x7FFF_FFFF)
            #expect(throws: UnpackingError.brokenDirectory("lists a file outside of it")) {
                try open(outside.archive())
            }
            #expect(throws: UnpackingError.self) { try open(outside.archive(directorySize: 0x7FFF_FFFF)) }
            #expect(throws: UnpackingError.self) { try open(outside.archive(directorySize: 20)) }
            #expect(throws: UnpackingError.self) { try open(Array(outside.archive().dropLast(10))) }
            #expect(throws: UnpackingError.self) { try open([]) }
        }

        @Test func bytesOfChanceAreNoTrap() throws {
            var maker = ZipMaker()
            for name in ["a", "b", "c"] { maker.add(Array(name.utf8), text, has64: name == "b") }
            let whole = maker.archive(comment: "end", has64: true)
            var chance = Chance(5)
            for _ in 0..<2000 {
                var bytes = whole
                for _ in 0..<4 {
                    let last = Bool.random(using: &chance) ? bytes.count : min(bytes.count, 300)
                    bytes[bytes.count - 1 - Int(chance.next() % UInt64(last))] = UInt8(
                        truncatingIfNeeded: chance.next())
                }
                // What it throws does not matter here.
                _ = try? contents(bytes)
            }
        }

        private let text = Array(String(repeating: "An invented feed.\n", count: 500).utf8)

        private func reader(_ bytes: [UInt8]) -> ZipArchive.Read {
            { offset, count in Array(bytes.dropFirst(offset).prefix(count)) }
        }

        private func open(_ bytes: [UInt8]) throws -> ZipArchive {
            try ZipArchive(byteCount: bytes.count, read: reader(bytes))
        }

        private func contents(_ bytes: [UInt8]) throws -> [String: [UInt8]] {
            let archive = try open(bytes)
            var contents: [String: [UInt8]] = [:]
            for entry in archive.files {
                var found: [UInt8] = []
                try archive.unpack(entry, read: reader(bytes)) { found += $0 }
                contents[entry.name] = found
            }
            return contents
        }
    }
#endif
