import Glibc
import NewsArchive

/// What `search --csv` prints: RFC 4180, with a header line.
enum SearchCSV {
    private static let header = ["id", "headline", "published", "views", "source", "url", "snippet", "score"]

    static func text(_ found: SearchResults, forTerminal: Bool = isatty(STDOUT_FILENO) == 1) -> String {
        ([header] + found.results.map(fields)).map { row in
            row.map { field($0, forTerminal: forTerminal) }.joined(separator: ",") + "\r\n"
        }.joined()
    }

    /// Counts, with their header line.
    static func text(_ counts: [Count], forTerminal: Bool = isatty(STDOUT_FILENO) == 1) -> String {
        ([["name", "count"]] + counts.map { [$0.name ?? "", String($0.count)] }).map { row in
            row.map { field($0, forTerminal: forTerminal) }.joined(separator: ",") + "\r\n"
        }.joined()
    }

    private static func fields(of result: SearchResult) -> [String] {
        [
            "\(result.id)", result.headline.text, result.published?.description ?? "",
            result.views.map(String.init) ?? "", result.source ?? "", result.url ?? "",
            result.snippet.textWithEllipses,
            result.score.map { "\(($0 * 1e6).rounded() / 1e6)" } ?? "",
        ]
    }

    private static func field(_ text: String, forTerminal: Bool) -> String {
        let text = forTerminal ? TerminalText.lines(text) : text
        let isPlain = !text.utf8.contains { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }
        return isPlain
            ? text : "\"" + text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
    }
}
