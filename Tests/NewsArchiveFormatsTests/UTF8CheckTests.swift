import NewsArchiveFormats
import Testing

struct UTF8CheckTests {
    @Test(arguments: [
        "", "\0", "plain", "Ærøskøbing", "東京", "🚲", "\u{FEFF}\u{10FFFF}", String(repeating: "é", count: 5000),
    ])
    func utf8HasNoInvalidByte(text: String) {
        #expect(firstInvalidByte(Array(text.utf8)) == nil)
    }

    @Test(
        arguments: [
            ([0xFF], 0), ([0x41, 0x80], 1), ([0x41, 0x42, 0xE9, 0x20], 2), ([0xC3, 0xA9, 0xC3], 2),
            ([0xE2, 0x82], 0),
            ([0x41, 0xF0, 0x9F, 0x9A], 1), ([0xC0, 0xAF], 0), ([0xE0, 0x80, 0x80], 0),
            ([0x20, 0xED, 0xA0, 0x80], 1),
            ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF5, 0x80, 0x80, 0x80], 0),
        ] as [([UInt8], Int)])
    func theFirstInvalidByteIsLocated(bytes: [UInt8], offset: Int) {
        #expect(firstInvalidByte(bytes) == offset)
    }

    @Test(arguments: [0, 1, 15, 16, 17, 63, 64, 1000])
    func anInvalidByteIsLocatedWhereverItStands(offset: Int) {
        let bytes = [UInt8](repeating: 0x61, count: offset) + [0xFF] + Array("more".utf8)
        #expect(firstInvalidByte(bytes) == offset)
    }

    @Test func noBytesAtAllAreUTF8() {
        #expect(UTF8Check.firstInvalidByte(UnsafeRawBufferPointer(start: nil, count: 0)) == nil)
    }

    @Test(arguments: 0..<50)
    func theStandardLibraryFindsTheSameByte(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<200 {
            let scalars = (0..<Int.random(in: 0...20, using: &random)).compactMap { _ in
                let most: UInt32 = [0x7F, 0x7FF, 0xFFFF, 0x10FFFF].randomElement(using: &random) ?? 0
                return Unicode.Scalar(UInt32.random(in: 0...most, using: &random))
            }
            var bytes = scalars.flatMap { Array(String($0).utf8) }
            if let place = bytes.indices.randomElement(using: &random), Bool.random(using: &random) {
                bytes[place] = UInt8.random(in: 0x70...0xFF, using: &random)
            }
            if Bool.random(using: &random) { bytes.removeLast(min(bytes.count, 1)) }
            #expect(firstInvalidByte(bytes) == standardFirstInvalidByte(bytes))
        }
    }

    private func standardFirstInvalidByte(_ bytes: [UInt8]) -> Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }

    private func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBytes { UTF8Check.firstInvalidByte($0) }
    }
}
