import NewsArchiveSQLite

/// A folded text. Equal byte for byte, for a String equals another that is only canonically equivalent.
struct Folded: Equatable, CustomStringConvertible {
    let description: String

    init(expected: String) {
        description = expected
    }

    init(bytes: [UInt8]) {
        description = String(decoding: bytes, as: UTF8.self)
    }

    static func == (left: Folded, right: Folded) -> Bool {
        left.description.utf8.elementsEqual(right.description.utf8)
    }
}

extension Folded: ExpressibleByStringLiteral {
    init(stringLiteral value: String) {
        self.init(expected: value)
    }
}
