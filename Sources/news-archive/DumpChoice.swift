import NewsArchive

/// Which dump a person means: by its name, its number, or the beginning of its SHA-256.
enum DumpChoice {
    /// Fewer digits of a digest could be a number.
    static let leastDigits = 8

    /// The one dump that a text names.
    ///
    /// - Throws: ``ArchiveError/noSuchDump(_:)``, or ``AmbiguousDump``.
    static func dump(_ text: String, among dumps: [Dump]) throws -> Dump {
        let found = dumps.filter { isMeant($0, by: text) }
        guard let first = found.first else { throw ArchiveError.noSuchDump(text) }
        guard found.count == 1 else { throw AmbiguousDump(text: text, dumps: found) }
        return first
    }

    private static func isMeant(_ dump: Dump, by text: String) -> Bool {
        if dump.name == text || TerminalText.plain(dump.name) == text || "\(dump.id)" == text { return true }
        return text.utf8.count >= leastDigits && DumpText.hex(dump.digest).hasPrefix(text.lowercased())
    }
}

/// A text that several dumps are called by.
struct AmbiguousDump: Error, CustomStringConvertible {
    let text: String
    let dumps: [Dump]

    var description: String {
        let candidates = dumps.map { dump in
            "number \(dump.id): \(dump.name), SHA-256 \(DumpText.hex(dump.digest).prefix(16))…"
        }
        return "\(text) can be one of \(dumps.count) dumps (\(candidates.joined(separator: "; "))); "
            + "name it by its number, or by the beginning of its SHA-256"
    }
}
