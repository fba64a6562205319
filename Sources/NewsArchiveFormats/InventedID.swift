/// Ids that our exports give articles without a guid, where a format asks for one: they are no guids when they come back.
package enum InventedID {
    private static let prefix = "urn:x-news-archive:"

    /// An id made of a number.
    package static func make(_ number: Int64) -> String { "\(prefix)\(number)" }

    /// A text that is a guid; nil for an id that was made.
    static func removed(from guid: String?) -> String? {
        guard let guid, guid.utf8.starts(with: prefix.utf8) else { return guid }
        return Int64(guid.dropFirst(prefix.count)) == nil ? guid : nil
    }
}
