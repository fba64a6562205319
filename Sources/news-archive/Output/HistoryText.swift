import NewsArchive

/// What `history` prints for a reader.
enum HistoryText {
    static func text(_ history: ArticleHistory, style: TextStyle, columns: Int) -> String {
        var blocks = [head(history.article, style)]
        blocks += history.steps.indices.map { step($0, of: history, style) }
        blocks += history.curves.map { curve($0, style, columns) }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private static func head(_ article: Article, _ style: TextStyle) -> String {
        var facts = [article.published.map(TimeText.text) ?? "undated"]
        if let views = article.views { facts.append("\(views) views") }
        if let source = article.source { facts.append(TerminalText.plain(source)) }
        facts.append("id \(article.id)")
        return style.bold(TerminalText.plain(article.headline)) + "\n"
            + style.dim(facts.joined(separator: " · "))
    }

    private static func step(_ number: Int, of history: ArticleHistory, _ style: TextStyle) -> String {
        let step = history.steps[number]
        let title = style.bold("Wording \(number + 1)") + style.dim(facts(of: number, history))
        guard let previous = step.previous else {
            let parts = [
                TerminalText.plain(step.headline), step.credit.map(TerminalText.plain), lines(step.body),
            ]
            return title + "\n" + indented(parts.compactMap(\.self))
        }
        return title + "\n" + indented(changes(from: history.steps[previous], to: step, style))
    }

    private static func facts(of number: Int, _ history: ArticleHistory) -> String {
        let step = history.steps[number]
        let first = step.firstSeen.map(TimeText.text) ?? "undated"
        let last = step.lastSeen.map(TimeText.text) ?? "undated"
        var facts = [first == last ? first : "\(first) to \(last)"]
        facts.append(step.timesShown == 1 ? "shown once" : "shown \(step.timesShown) times")
        var names: [String] = []
        for case let name? in step.sightings.map(\.source) where !names.contains(name) { names.append(name) }
        if !names.isEmpty { facts.append(names.map(TerminalText.plain).joined(separator: ", ")) }
        if let former = history.steps[..<number].lastIndex(where: { $0.revision == step.revision }) {
            facts.append("as wording \(former + 1)")
        }
        if let previous = step.previous, previous != number - 1 {
            facts.append("compared with wording \(previous + 1)")
        }
        return facts.map { " · " + $0 }.joined()
    }

    private static func changes(from old: WordingStep, to new: WordingStep, _ style: TextStyle) -> [String] {
        let headline = TextDifference(from: old.headline, to: new.headline)
        var parts = [DifferenceText.text(headline, style: style, isElided: false)]
        if old.credit != new.credit {
            let credit = TextDifference(from: old.credit ?? "", to: new.credit ?? "")
            parts.append(DifferenceText.text(credit, style: style, isElided: false))
        }
        let body = TextDifference(from: old.body, to: new.body)
        if body.isChange {
            parts.append(DifferenceText.text(body, style: style))
        } else if !new.body.isEmpty {
            parts.append(style.dim("the text is the same"))
        }
        return parts
    }

    private static func curve(_ curve: ViewCurve, _ style: TextStyle, _ columns: Int) -> String {
        let source = curve.source.map { style.dim(" · " + TerminalText.plain($0)) } ?? ""
        return style.bold("Views") + source + "\n"
            + ViewPlot.lines(curve, columns: columns - 2).joined(separator: "\n")
    }

    private static func lines(_ body: ParsedText) -> String? {
        body.isEmpty ? nil : TerminalText.lines(body.string)
    }

    private static func indented(_ parts: [String]) -> String {
        parts.flatMap { $0.split(separator: "\n") }.map { "  " + $0 }.joined(separator: "\n")
    }
}
