/// Reads SQLite's varints one after another: seven bits a byte, the highest ones first.
///
/// https://www.sqlite.org/fileformat2.html#varint. Of 9 bytes, as no count and no page number has, none is read.
struct VarintReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// The next number; nil where there is none.
    mutating func next() -> Int64? {
        var value: Int64 = 0
        for (index, byte) in rest.prefix(8).enumerated() {
            value = value << 7 | Int64(byte & 0x7F)
            guard byte >= 0x80 else {
                rest.removeFirst(index + 1)
                return value
            }
        }
        return nil
    }
}

extension [UInt8] {
    /// Appends a number of at most 56 bits, not below 0.
    mutating func append(varint value: Int64) {
        var groups = [UInt8(value & 0x7F)]
        var rest = value >> 7
        while rest > 0 {
            groups.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        append(contentsOf: groups.reversed())
    }
}
