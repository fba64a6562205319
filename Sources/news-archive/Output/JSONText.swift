import FoundationEssentials

/// Values as JSON. Keys are snake_case and stable; absent values are null.
enum JSONText {
    /// On one line.
    static func compact(_ value: some Encodable) -> String {
        text(value, [.sortedKeys, .withoutEscapingSlashes])
    }

    /// Over several lines, for a reader.
    static func pretty(_ value: some Encodable) -> String {
        text(value, [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted])
    }

    private static func text(_ value: some Encodable, _ format: JSONEncoder.OutputFormatting) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = format
        do {
            return escaped(String(decoding: try encoder.encode(value), as: UTF8.self))
        } catch {
            // The values that are encoded here hold texts, integers and finite numbers, which JSON has.
            return "{\"error\": \"\(error)\"}"
        }
    }

    // JSON lets the control characters from U+007F to U+009F stand, and a terminal would obey them.
    private static func escaped(_ json: String) -> String {
        let isControl: (Unicode.Scalar) -> Bool = { (0x7F...0x9F).contains($0.value) }
        guard json.unicodeScalars.contains(where: isControl) else { return json }
        return json.unicodeScalars.map { scalar in
            isControl(scalar) ? "\\u00\(String(scalar.value, radix: 16))" : String(scalar)
        }.joined()
    }
}
