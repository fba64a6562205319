/// Reads what RFC 4180 describes, and nothing more lenient.
enum CommaSeparated {
    struct Malformed: Error {
        let offset: Int
    }

    static func rows(_ bytes: [UInt8]) throws -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            row.append(try field(&rest))
            switch rest.popFirst() {
            case UInt8(ascii: ","): continue
            case UInt8(ascii: "\r") where rest.first == UInt8(ascii: "\n"):
                rest = rest.dropFirst()
                rows.append(row)
                row = []
            default: throw Malformed(offset: rest.startIndex)
            }
        }
        guard row.isEmpty else { throw Malformed(offset: bytes.count) }
        return rows
    }

    private static func field(_ rest: inout ArraySlice<UInt8>) throws -> String {
        let quote = UInt8(ascii: "\"")
        var field: [UInt8] = []
        guard rest.first == quote else {
            let special = Array(",\r\n\"".utf8)
            while let byte = rest.first, !special.contains(byte) { field.append(rest.removeFirst()) }
            return String(decoding: field, as: UTF8.self)
        }
        rest = rest.dropFirst()
        while let byte = rest.popFirst() {
            if byte != quote {
                field.append(byte)
            } else if rest.first == quote {
                field.append(rest.removeFirst())
            } else {
                return String(decoding: field, as: UTF8.self)
            }
        }
        throw Malformed(offset: rest.startIndex)
    }
}
