/// A JSON value of which it is known that it is complete and in order, to be asked for its members by their exact names.
///
/// What is deeper than six levels is nothing, and so are null, true and false.
package struct JSONTree {
    private let value: FieldValue

    private init(_ value: FieldValue) {
        self.value = value
    }

    /// Reads a JSON text that was found to be valid.
    package init(validJSON bytes: [UInt8]) {
        value = bytes.withUnsafeBytes { bytes in
            var reader = JSONReader(bytes)
            return reader.value()
        }
    }

    /// A member of an object; of several with one name the last.
    package subscript(name: String) -> JSONTree? {
        guard case .object(let members) = value else { return nil }
        return members.last { $0.name == name }.map { JSONTree($0.value) }
    }

    /// The values of a list; none for what is no list.
    package var list: [JSONTree] {
        guard case .list(let values) = value else { return [] }
        return values.map(JSONTree.init)
    }

    /// The bytes of a text; nil for what is none.
    package var utf8: [UInt8]? {
        guard case .text(let bytes) = value else { return nil }
        return bytes
    }

    /// A text; nil for what is none.
    package var text: String? { utf8.map { String(decoding: $0, as: UTF8.self) } }

    /// A whole number of 64 bits; nil for what is none.
    package var integer: Int64? {
        guard case .number(let bytes) = value else { return nil }
        return Int64(String(decoding: bytes, as: UTF8.self))
    }
}
