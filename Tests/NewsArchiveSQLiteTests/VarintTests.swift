import Testing

@testable import NewsArchiveSQLite

@Suite struct VarintTests {
    @Test(arguments: [0, 1, 127, 128, 16_383, 16_384, 1 << 35, (1 << 56) - 1] as [Int64])
    func aNumberIsReadAsItWasWritten(number: Int64) {
        var bytes: [UInt8] = []
        bytes.append(varint: number)
        bytes.append(varint: 5)
        var reader = VarintReader(bytes[...])
        #expect(reader.next() == number)
        #expect(!reader.isAtEnd)
        #expect(reader.next() == 5)
        #expect(reader.isAtEnd)
        #expect(reader.next() == nil)
    }

    @Test func aNumberThatDoesNotEndIsNone() {
        for length in 0..<12 {
            var reader = VarintReader([UInt8](repeating: 0x80, count: length)[...])
            #expect(reader.next() == nil)
        }
    }
}
