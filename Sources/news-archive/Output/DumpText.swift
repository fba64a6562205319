import NewsArchive

/// What `dumps` says of a dump.
enum DumpText {
    static func line(_ dump: Dump) -> String {
        let counts = dump.counts
        var parts = [
            "\(dump.id)", TerminalText.plain(dump.name), TerminalText.plain(dump.format),
            "taken \(TerminalText.plain(dump.taken ?? "on a day it does not say"))",
            "\(counts.records) records: \(counts.added) added, \(counts.seenAgain) seen again, "
                + "\(counts.revised) revised, \(counts.rejected) rejected",
            "\(dump.bytes) bytes", "SHA-256 \(hex(dump.digest).prefix(16))…",
        ]
        if let source = dump.source { parts.insert(TerminalText.plain(source), at: 2) }
        parts.append(dump.finished.map { "imported \(instant($0))" } ?? "not finished: import it again")
        return parts.joined(separator: " · ")
    }

    static func hex(_ bytes: [UInt8]) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// RFC 3339.
    static func instant(_ seconds: Int64) -> String {
        guard let time = LocalTime(secondsByItsOwnClock: seconds, precision: .minute) else {
            return "\(seconds)"
        }
        return time.second == 0 ? "\(time):00Z" : "\(time)Z"
    }
}
