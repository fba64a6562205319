import CNewsArchiveSQLite
import NewsArchiveSQLite
import Testing

/// Known answers: FIPS 180-2 with change notice 1, appendix B, and the digest of nothing.
struct DigestTests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
        (
            String(repeating: "a", count: 1_000_000),
            "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        ),
    ])
    func theDigestOfAKnownTextIsKnown(text: String, hexadecimal: String) {
        #expect(Self.hexadecimal(Self.digest(Array(text.utf8), pieces: text.utf8.count)) == hexadecimal)
    }

    @Test(arguments: [0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 127, 128, 129, 1000])
    func piecesGiveTheSameAsTheWhole(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let whole = Self.digest(bytes, pieces: max(count, 1))
        for size in [1, 3, 7, 55, 63, 64, 65] {
            #expect(Self.digest(bytes, pieces: size) == whole, "pieces of \(size)")
        }
    }

    @Test func theResultCanBeAskedForInBetween() {
        var digest = Digest()
        var other = Digest()
        for byte in 0..<200 as Range<UInt8> {
            withUnsafeBytes(of: byte) { digest.add($0) }
            withUnsafeBytes(of: byte) { other.add($0) }
            #expect(digest.result == Self.digest(Array(0...byte), pieces: 64))
        }
        #expect(digest.result == other.result)
        #expect(digest.result == digest.result)
    }

    @Test func aCopyGoesItsOwnWay() {
        var digest = Digest()
        let bytes = Array("abc".utf8)
        bytes.prefix(2).withUnsafeBytes { digest.add($0) }
        let copy = digest
        bytes.suffix(1).withUnsafeBytes { digest.add($0) }
        #expect(digest.result == Self.digest(bytes, pieces: 3))
        #expect(copy.result == Self.digest(Array("ab".utf8), pieces: 2))
    }

    @Test func anEmptyPieceChangesNothing() {
        var digest = Digest()
        digest.add(UnsafeRawBufferPointer(start: nil, count: 0))
        #expect(digest.result == Digest().result)
    }

    @Test func theProcessorsInstructionsGiveWhatThePlainWayGives() throws {
        var generator = SystemRandomNumberGenerator()
        for count in [1, 2, 3, 50] {
            let start = (0..<8).map { _ in UInt32.random(in: 0 ... .max, using: &generator) }
            let blocks = (0..<64 * count).map { _ in UInt8.random(in: 0 ... .max, using: &generator) }
            var plain = start
            var quick = start
            na_sha256_blocks_plain(&plain, blocks, count)
            // A processor without them leaves nothing to compare.
            guard na_sha256_blocks_by_instructions(&quick, blocks, count) == 1 else { return }
            #expect(plain == quick, "\(start) \(blocks)")
            #expect(plain != start)
        }
    }

    private static func digest(_ bytes: [UInt8], pieces size: Int) -> [UInt8] {
        var digest = Digest()
        bytes.withUnsafeBytes { bytes in
            for start in stride(from: 0, to: bytes.count, by: max(size, 1)) {
                digest.add(UnsafeRawBufferPointer(rebasing: bytes[start..<min(start + size, bytes.count)]))
            }
        }
        return digest.result
    }

    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef")
        return String(bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
