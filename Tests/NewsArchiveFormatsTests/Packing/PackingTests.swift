import NewsArchiveFormats
import Testing

struct PackingTests {
    private static let starts: [([UInt8], Packing)] = [
        ([0x1F, 0x8B, 8, 0], .gzip), ([0x1F, 0x8B], .gzip), ([0x28, 0xB5, 0x2F, 0xFD, 0], .zstd),
        ([0x50, 0x2A, 0x4D, 0x18], .zstd), ([0x5F, 0x2A, 0x4D, 0x18], .zstd), ([0x50, 0x4B, 3, 4], .zip),
        ([0x50, 0x4B, 5, 6], .zip), ([0x50, 0x4B, 1, 2], .none), ([0x60, 0x2A, 0x4D, 0x18], .none),
        ([0x1F], .none),
        ([], .none), (Array("<rss>".utf8), .none), (Array("PK is a name".utf8), .none),
    ]

    @Test(arguments: starts)
    func aPackingIsToldByItsFirstBytes(bytes: [UInt8], packing: Packing) {
        #expect(bytes.withUnsafeBytes { Packing.detect(in: $0) } == packing)
    }

    @Test func whatIsNotPackedIsAlwaysSupported() {
        #expect(Packing.none.isSupported)
    }

    @Test func otherPackingsAreNamed() {
        var tar = [UInt8](repeating: 0x61, count: 512)
        tar.replaceSubrange(257..<262, with: "ustar".utf8)
        #expect(
            tar.withUnsafeBytes { DumpFormat.detect(in: $0) } == .unknown("it is a tar archive; unpack it"))
        let xz: [UInt8] = [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00, 0x00]
        #expect(xz.withUnsafeBytes { DumpFormat.detect(in: $0) } == .unknown("it is packed by xz; unpack it"))
    }
}
