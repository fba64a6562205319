import Glibc
import NewsArchive

/// What `search --csv`, `related --csv` and `trending --csv` print: RFC 4180, with a header line.
enum SearchCSV {
    private static let header = ["id", "headline", "published", "views", "source", "url", "snippet", "score"]

    /// Articles, with the archive that has each where several were searched.
    static func text(
        _ found: [ShownResult], namesArchives: Bool, forTerminal: Bool = isatty(STDOUT_FILENO) == 1
    ) -> String {
        let rows = found.map { fields(of: $0.article) + (namesArchives ? [$0.archive ?? ""] : []) }
        return text([header + (namesArchives ? ["archive"] : [])] + rows, forTerminal: forTerminal)
    }

    /// Counts, with their header line.
    static func text(_ counts: [Count], forTerminal: Bool = isatty(STDOUT_FILENO) == 1) -> String {
        text(
            [["name", "count"]] + counts.map { [$0.name ?? "", String($0.count)] }, forTerminal: forTerminal)
    }

    /// Related articles, with the words that they share in one field.
    static func text(_ related: [RelatedArticle], forTerminal: Bool = isatty(STDOUT_FILENO) == 1) -> String {
        let rows = related.map { fields(of: $0.article) + [$0.sharedWords.joined(separator: " ")] }
        return text([header + ["shared"]] + rows, forTerminal: forTerminal)
    }

    /// Articles with what they gained.
    static func text(_ trending: [TrendingArticle], forTerminal: Bool = isatty(STDOUT_FILENO) == 1) -> String
    {
        let header = [
            "id", "headline", "published", "views", "source", "url", "gain", "gain_per_day", "views_before",
            "from",
            "to",
        ]
        let rows = trending.map { article in
            [
                "\(article.id)", article.headline, article.published?.description ?? "", "\(article.views)",
                article.source ?? "", article.url ?? "", "\(article.gain)",
                article.gainPerDay.map { "\(($0 * 10).rounded() / 10)" } ?? "", "\(article.viewsBefore)",
                "\(article.from)", "\(article.to)",
            ]
        }
        return text([header] + rows, forTerminal: forTerminal)
    }

    private static func text(_ rows: [[String]], forTerminal: Bool) -> String {
        rows.map { row in
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
