import NewsArchive

/// What `search` prints for a reader.
enum SearchText {
    static func text(_ found: [ShownResult], style: TextStyle) -> String {
        found.map { text($0.article, archive: $0.archive, style: style) }.joined(separator: "\n")
    }

    /// One article, with a line end behind each of its lines.
    static func text(_ result: SearchResult, archive: String? = nil, style: TextStyle) -> String {
        var lines = [style.boldMarked(result.headline)]
        let place = archive.map { " · \(TerminalText.plain($0))" } ?? ""
        lines.append("  " + style.dim(facts(of: result) + place))
        if !result.snippet.text.isEmpty { lines.append("  " + style.marked(result.snippet)) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func facts(of result: SearchResult) -> String {
        var facts = [result.published.map(TimeText.text) ?? "undated"]
        if let views = result.views { facts.append("\(views) views") }
        if let source = result.source { facts.append(TerminalText.plain(source)) }
        facts.append("id \(result.id)")
        return facts.joined(separator: " · ")
    }
}

/// What `search --explain` prints.
enum ExplanationText {
    static func text(_ explanation: QueryExplanation) -> String {
        var lines = ["read as     \(TerminalText.plain(explanation.reading ?? "nothing to search for"))"]
        if let match = explanation.match { lines.append("MATCH       \(TerminalText.plain(match))") }
        lines += explanation.forms.map { "forms       \(TerminalText.plain(text($0)))" }
        lines += explanation.conditions.map { "condition   \(TerminalText.plain($0))" }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func text(_ found: WordForms) -> String {
        let forms = found.forms.map { "\($0.word) (\(SuggestionText.grouped($0.articles)))" }
        return "\(found.word): \(forms.joined(separator: ", "))"
    }
}

/// Times for a reader.
enum TimeText {
    /// As the stamp's clock showed it, with how far that was from UTC where it was.
    static func text(_ time: PublicationTime) -> String {
        guard let local = time.local else { return "\(time)" }
        let shown = text(local)
        guard let minutes = time.minutesAheadOfUTC, minutes != 0 else { return shown }
        return "\(shown) \(time.description.suffix(6))"
    }

    /// A date, or a date and a time.
    static func text(_ time: LocalTime) -> String {
        time.description.split(separator: "T").joined(separator: " ")
    }
}
