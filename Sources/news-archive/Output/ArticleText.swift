import NewsArchive

/// What `show` prints for a reader.
enum ArticleText {
    static func text(_ article: Article, style: TextStyle) -> String {
        var blocks = [head(article, style)]
        if !article.body.isEmpty { blocks.append(TerminalText.lines(article.body.string)) }
        blocks.append(sightings(article, style))
        for (number, revision) in article.revisions.enumerated() {
            blocks.append(text(revision, number: number + 1, style))
        }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private static func head(_ article: Article, _ style: TextStyle) -> String {
        var facts = [article.published.map(TimeText.text) ?? "undated"]
        if article.published?.origin == .dump { facts[0] += " (the dump's date)" }
        if let views = article.views { facts.append("\(views) views") }
        if let source = article.source { facts.append(TerminalText.plain(source)) }
        facts.append("id \(article.id)")
        var lines = [
            style.bold(TerminalText.plain(article.headline)), style.dim(facts.joined(separator: " · ")),
        ]
        if let url = article.url { lines.append(TerminalText.plain(url)) }
        lines += said(article.metadata)
        if let credit = article.credit { lines.append(TerminalText.plain(credit)) }
        return lines.joined(separator: "\n")
    }

    private static func said(_ metadata: ArticleMetadata) -> [String] {
        var lines: [String] = []
        if let author = metadata.author { lines.append("by \(TerminalText.plain(author))") }
        if !metadata.categories.isEmpty {
            lines.append("in \(metadata.categories.map(TerminalText.plain).joined(separator: ", "))")
        }
        lines += metadata.enclosures.map { TerminalText.plain($0.url) }
        if !metadata.summary.isEmpty { lines += ["", TerminalText.lines(metadata.summary.string)] }
        return lines
    }

    private static func sightings(_ article: Article, _ style: TextStyle) -> String {
        let count = article.sightings.count
        let title = style.bold("\(count) \(count == 1 ? "sighting" : "sightings")")
        return ([title] + article.sightings.map { line($0, of: article) }).joined(separator: "\n")
    }

    private static func line(_ sighting: Sighting, of article: Article) -> String {
        var facts = [sighting.seen.map(\.description) ?? "undated"]
        if let views = sighting.views { facts.append("\(views) views") }
        if let published = sighting.published, published != article.published {
            facts.append("stamped \(TimeText.text(published))")
        }
        if let time = sighting.unreadableTime {
            facts.append("its time \"\(TerminalText.plain(time))\" could not be read")
        }
        if sighting.isFromTheFuture { facts.append("stamped later than it was imported") }
        if let revision = sighting.revision { facts.append("wording \(revision + 1)") }
        if let source = sighting.source { facts.append(TerminalText.plain(source)) }
        facts.append("\(TerminalText.plain(sighting.dump)), record \(sighting.position)")
        let agreement = sighting.decision.agreement.map { " (\($0 / 10) % of the text)" } ?? ""
        facts.append(sighting.decision.rule.rawValue + agreement)
        if let other = sighting.decision.other { facts.append("not article \(other)") }
        return "  " + facts.joined(separator: " · ")
    }

    private static func text(_ revision: Revision, number: Int, _ style: TextStyle) -> String {
        let first = revision.firstSeen.map(\.description) ?? "?"
        let last = revision.lastSeen.map(\.description) ?? "?"
        let days = first == last ? first : "\(first) to \(last)"
        var lines = [style.bold("Wording \(number)") + style.dim(" · seen \(days)")]
        lines.append(TerminalText.plain(revision.headline))
        if let credit = revision.credit { lines.append(TerminalText.plain(credit)) }
        if !revision.body.isEmpty { lines.append(TerminalText.lines(revision.body.string)) }
        return lines.joined(separator: "\n")
    }
}
