#if Compression
    import CNewsArchivePacking

    @testable import NewsArchiveFormats

    /// The bytes packed whole, as one member.
    func packed(_ bytes: [UInt8], _ kind: na_packing) -> [UInt8] {
        var output = [UInt8](repeating: 0, count: bytes.count + bytes.count / 8 + 1024)
        let count = na_pack(kind, bytes, bytes.count, &output, output.count)
        return Array(output[..<count])
    }

    /// A ZIP archive that is made for a test, with what a test may want to be wrong.
    struct ZipMaker {
        var bytes: [UInt8] = []
        private var directory: [UInt8] = []
        private var count = 0

        mutating func add(
            _ name: [UInt8], _ text: [UInt8], method: Int = 8, flags: Int = 0, statedCount: Int? = nil,
            checksum: UInt32? = nil, offset: Int? = nil, has64: Bool = false
        ) {
            let data = method == 8 ? packed(text, NA_DEFLATE) : method == 93 ? packed(text, NA_ZSTD) : text
            let crc = Int(checksum ?? na_crc32(0, text, text.count))
            let size = statedCount ?? text.count
            let common =
                little(20, 2) + little(flags, 2) + little(method, 2) + little(0, 4) + little(crc, 4)
                + little(data.count, 4) + little(has64 ? 0xFFFF_FFFF : size, 4) + little(name.count, 2)
            let extra = has64 ? little(1, 2) + little(8, 2) + little(size, 8) : []
            directory +=
                [0x50, 0x4B, 1, 2] + little(20, 2) + common + little(extra.count, 2) + little(0, 10)
                + little(offset ?? bytes.count, 4) + name + extra
            bytes += [0x50, 0x4B, 3, 4] + common + little(3, 2) + name + [9, 9, 9] + data
            count += 1
        }

        /// The archive.
        func archive(comment: String = "", directorySize: Int? = nil, has64: Bool = false) -> [UInt8] {
            let size = directorySize ?? directory.count
            var end: [UInt8] = []
            if has64 {
                end +=
                    [0x50, 0x4B, 6, 6] + little(44, 8) + little(0, 12) + little(count, 8) + little(count, 8)
                end += little(size, 8) + little(bytes.count, 8) + [0x50, 0x4B, 6, 7] + little(0, 4)
                end += little(bytes.count + directory.count, 8) + little(1, 4)
            }
            end += [0x50, 0x4B, 5, 6] + little(0, 4) + little(count, 2) + little(count, 2)
            end += little(has64 ? 0xFFFF_FFFF : size, 4) + little(has64 ? 0xFFFF_FFFF : bytes.count, 4)
            return bytes + directory + end + little(comment.utf8.count, 2) + Array(comment.utf8)
        }

        private func little(_ number: Int, _ count: Int) -> [UInt8] {
            (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> (8 * $0)) : 0 }
        }
    }
#endif
