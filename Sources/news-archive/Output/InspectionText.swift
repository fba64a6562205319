import NewsArchive

/// What `import --explain` prints for a dump.
enum InspectionText {
    static func text(_ inspection: DumpInspection, options: ImportOptions, style: TextStyle) -> String {
        let blocks =
            [facts(inspection)]
            + inspection.records.enumerated().map { number, record in
                text(record, number: number, inspection, options, style)
            }
        return style.bold(TerminalText.plain(inspection.dump)) + "\n" + blocks.joined(separator: "\n") + "\n"
    }

    private static func facts(_ inspection: DumpInspection) -> String {
        var rows = [
            ("format", inspection.format.rawValue),
            ("encoding", "\(inspection.encoding) (\(inspection.encodingReason))"),
        ]
        if inspection.packing != .none { rows.append(("packed with", inspection.packing.rawValue)) }
        rows.append(("source", inspection.source ?? "not said"))
        if let taken = inspection.taken { rows.append(("taken", taken.description)) }
        for field in inspection.fields {
            rows.append(("field", "\(field.name): \(field.field.map { "the \($0.rawValue)" } ?? "not read")"))
        }
        return rows.map { name, value in
            "  " + name + String(repeating: " ", count: 13 - name.count) + TerminalText.plain(value) + "\n"
        }.joined()
    }

    private static func text(
        _ record: ParsedRecord, number: Int, _ inspection: DumpInspection, _ options: ImportOptions,
        _ style: TextStyle
    ) -> String {
        switch record {
        case .rejected(let rejected):
            return "  \(number)  rejected: \(TerminalText.plain("\(rejected.reason)"))"
                + " (line \(rejected.place.line))\n"
        case .article(let article):
            let article = inspection.dated(article)
            let lines =
                [style.bold(TerminalText.plain(article.headline)), facts(article, options)]
                + said(article.metadata) + [TerminalText.plain(start(of: article.body))]
            return lines.filter { !$0.isEmpty }.enumerated().map { line, text in
                (line == 0 ? "  \(number)  " : "     ") + text + "\n"
            }.joined()
        }
    }

    private static func facts(_ article: ParsedArticle, _ options: ImportOptions) -> String {
        var facts: [String] = []
        if let published = article.publicationTime(options.localTime) {
            facts.append(published.description + (article.origin == .dump ? " (the dump's date)" : ""))
        } else {
            facts.append("undated")
        }
        if let time = article.unreadableTime { facts.append("its time \"\(time)\" cannot be read") }
        if let views = article.views { facts.append("\(views) views") }
        if let source = article.source { facts.append(source) }
        return TerminalText.plain(facts.joined(separator: " · "))
    }

    private static func said(_ metadata: ArticleMetadata) -> [String] {
        let lines = [
            metadata.url, metadata.guid.map { "guid \($0)" }, metadata.author.map { "by \($0)" },
            metadata.language.map { "language \($0)" },
            metadata.categories.isEmpty ? nil : "in \(metadata.categories.joined(separator: ", "))",
        ]
        return (lines.compactMap(\.self) + metadata.enclosures.map { "enclosure \($0.url)" }).map(
            TerminalText.plain)
    }

    private static func start(of body: ParsedText) -> String {
        let start = body.string.prefix(200)
        return start.utf8.count < body.utf8.count ? "\(start)…" : String(start)
    }
}
