/// Reads numbers, the low byte first, from the left to the right.
struct LittleEndianReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: some Collection<UInt8>) { rest = ArraySlice(bytes) }

    /// How many bytes are left.
    var count: Int { rest.count }

    /// The next number of so many bytes, 8 at most; nil when there are not so many.
    mutating func number(bytes count: Int) -> UInt64? {
        guard let bytes = take(count) else { return nil }
        return bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// The next number of so many bytes, as a size or an offset; nil also when it is larger than any.
    mutating func integer(bytes count: Int) -> Int? {
        number(bytes: count).flatMap { Int(exactly: $0) }
    }

    /// The next bytes; nil when there are not so many.
    mutating func take(_ count: Int) -> ArraySlice<UInt8>? {
        guard count >= 0, count <= rest.count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }
}
