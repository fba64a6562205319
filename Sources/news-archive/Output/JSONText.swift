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

    // JSON lets these stand: control characters that a terminal would obey, and marks of direction.
    private static func escaped(_ json: String) -> String {
        let isControl: (Unicode.Scalar) -> Bool = { $0.value >= 0x7F && TerminalText.isHarmful($0) }
        guard json.unicodeScalars.contains(where: isControl) else { return json }
        return json.unicodeScalars.map { scalar in
            let digits = String(scalar.value, radix: 16)
            return isControl(scalar)
                ? "\\u" + String(repeating: "0", count: 4 - digits.count) + digits : String(scalar)
        }.joined()
    }
}
