/// The bytes that are not ASCII.
enum HighBytes {
    /// Where the first one stands; nil when there is none.
    static func first(in bytes: UnsafeRawBufferPointer) -> Int? {
        var position = 0
        while position + 8 <= bytes.count {
            let eight = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            if eight & 0x8080_8080_8080_8080 != 0 { break }
            position += 8
        }
        return bytes[position...].firstIndex { $0 >= 0x80 }
    }

    /// How many there are.
    static func count(in bytes: UnsafeRawBufferPointer) -> Int {
        bytes.reduce(0) { $0 + Int($1 >> 7) }
    }
}
