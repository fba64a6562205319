/// The value of a field: of a JSON object whole, of a table always a text.
enum FieldValue: Equatable {
    case text([UInt8])
    /// As it is written.
    case number([UInt8])
    case list([FieldValue])
    case object([(name: String, value: FieldValue)])
    /// null, true, false, and what stands too deep to be looked at.
    case nothing

    static func == (left: FieldValue, right: FieldValue) -> Bool {
        switch (left, right) {
        case (.text(let left), .text(let right)), (.number(let left), .number(let right)): left == right
        case (.list(let left), .list(let right)): left == right
        case (.object(let left), .object(let right)):
            left.elementsEqual(right) { $0.name == $1.name && $0.value == $1.value }
        case (.nothing, .nothing): true
        default: false
        }
    }
}

extension FieldValue {
    /// The member of an object that has one of the names, the first name first.
    func member(_ names: [String]) -> FieldValue? {
        guard case .object(let members) = self else { return nil }
        for name in names {
            // Of members with one name the last is meant.
            if let found = members.last(where: { FieldNames.folded($0.name) == name }),
                found.value != .nothing
            {
                return found.value
            }
        }
        return nil
    }

    /// The bytes of a text or a number, of an object that stands for a text, or of a list of such with a separator between.
    func bytes(separator: [UInt8]) -> [UInt8] {
        switch self {
        case .text(let bytes), .number(let bytes): return bytes
        case .list(let values):
            return Array(
                values.map { $0.bytes(separator: separator) }.filter { !$0.isEmpty }.joined(
                    separator: separator))
        case .object: return member(Self.namesOfTexts)?.bytes(separator: separator) ?? []
        case .nothing: return []
        }
    }

    // "rendered" is WordPress's, "#text" and "$t" are XML's that was made JSON, "@value" is JSON-LD's.
    private static let namesOfTexts = [
        "name", "title", "rendered", "value", "text", "t", "content", "html", "term", "label", "displayname",
        "date",
        "url", "href",
    ]

    /// The text without white space at its ends; nil where there is none.
    var string: String? {
        let trimmed = WhiteSpace.trimmedOfInvisibles(bytes(separator: Array(", ".utf8)))
        return trimmed.isEmpty ? nil : String(decoding: trimmed, as: UTF8.self)
    }

    /// The texts of a list; of a text that lists them with commas, semicolons or bars between.
    var strings: [String] {
        guard case .text(let bytes) = self else {
            guard case .list(let values) = self else { return string.map { [$0] } ?? [] }
            return values.compactMap(\.string)
        }
        let separators: [UInt8] = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|")]
        return bytes.split { separators.contains($0) }.compactMap { FieldValue.text(Array($0)).string }
    }

    /// The files that it names.
    var enclosures: [ArticleMetadata.Enclosure] {
        switch self {
        case .list(let values): return values.flatMap(\.enclosures)
        case .object:
            let address = member(["url", "href", "src", "link", "contenturl"])
            guard let url = address?.string else { return [] }
            let size = member(["length", "sizeinbytes", "size", "filesize"])?.string
            return [
                ArticleMetadata.Enclosure(
                    url: url, type: member(["type", "mimetype", "contenttype"])?.string,
                    length: size.flatMap { Int64($0) })
            ]
        case .text, .number, .nothing:
            return string.map { [ArticleMetadata.Enclosure(url: $0)] } ?? []
        }
    }
}
