import NewsArchiveSQLite

/// A row as it stands in a database file.
///
/// https://www.sqlite.org/fileformat2.html#record_format
struct DatabaseRecord {
    /// What its columns hold; columns that were added to the table later may be missing.
    private(set) var values: [Value] = []
    /// Whether the end of it is not there.
    private(set) var isCut = false

    private static let mostColumns = 64

    /// nil for what is no record.
    init?(_ bytes: [UInt8]) {
        guard let header = bytes.variableInteger(at: 0), header.value <= 1 << 16 else { return nil }
        let end = Int(header.value)
        guard end >= header.end, end <= bytes.count else { return nil }
        var place = header.end
        var body = end
        while place < end {
            guard let type = bytes.variableInteger(at: place), type.end <= end, type.value >= 0,
                type.value != 10, type.value != 11, values.count < Self.mostColumns
            else { return nil }
            place = type.end
            guard let value = read(type.value, bytes, &body) else { return nil }
            values.append(value)
        }
    }

    private mutating func read(_ type: Int64, _ bytes: [UInt8], _ place: inout Int) -> Value? {
        switch type {
        case 0: return .null
        case 8: return .integer(0)
        case 9: return .integer(1)
        case 1...7:
            let size = [1, 2, 3, 4, 6, 8, 8][Int(type) - 1]
            guard place + size <= bytes.count else { return nil }
            defer { place += size }
            return Self.number(type, bytes[place..<place + size])
        default:
            let size = (type - 12) / 2
            guard size <= 1 << 30 else { return nil }
            let end = min(place + Int(size), bytes.count)
            if place + Int(size) > bytes.count { isCut = true }
            defer { place = end }
            let part = Array(bytes[min(place, end)..<end])
            return type % 2 == 0 ? .blob(part) : .text(part)
        }
    }

    private static func number(_ type: Int64, _ bytes: ArraySlice<UInt8>) -> Value {
        let isNegative = (bytes.first ?? 0) & 0x80 != 0 && type != 7
        let bits = bytes.reduce(isNegative ? UInt64.max : 0) { $0 << 8 | UInt64($1) }
        return type == 7 ? .real(Double(bitPattern: bits)) : .integer(Int64(bitPattern: bits))
    }
}
