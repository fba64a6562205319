/// What a listing would take a line for, for those who write one.
package enum ListingLine {
    /// Whether the line would be read as a stamp, or as the header of a list, and so begin another record.
    package static func isStructure(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { bytes in
            let text = Line(number: 1, byteOffset: 0, bytes: bytes).text
            return ListingStamp.read(text) != .none || ListingHeader(text) != nil
        }
    }

    /// Whether the line would be read as a credit line, if it stood right after a headline.
    package static func isCredit(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { CreditLine.matches(Line(number: 1, byteOffset: 0, bytes: $0).text) }
    }
}
