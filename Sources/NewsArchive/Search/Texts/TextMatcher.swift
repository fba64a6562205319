import NewsArchiveSQLite

/// Answers a query of texts for one article's headline and body as FTS5 answers its MATCH, without the index.
///
/// Made from a meaningful query (``Query/meaningful``), for verifying candidates and for marking what was found. Only
/// a query that FTS5 could answer alone can be asked: ``MatchExpression/text(of:)`` is its expression.
struct TextMatcher: Sendable {
    private let finder: WordFinder
    private let parts: [TextPart]
    private let condition: TextCondition
    private let wanted: [Int]
    private let columns: TextColumns

    /// nil when ``MatchExpression/text(of:)`` is: when something in the query is no text, or it only denies.
    init?(_ query: Query) {
        var builder = TextConditionBuilder()
        guard let condition = builder.condition(query) else { return nil }
        self.condition = condition
        finder = WordFinder(builder.words)
        parts = builder.parts
        wanted = condition.wanted
        columns = parts.reduce([]) { $0.union($1.columns) }
    }

    /// Whether the query holds for an article of this headline and body, in UTF-8.
    func matches(headline: UnsafeBufferPointer<UInt8>, body: UnsafeBufferPointer<UInt8>) -> Bool {
        let inHeadline = columns.contains(.headline) ? finder.find(in: headline) : nil
        let inBody = columns.contains(.body) ? finder.find(in: body) : nil
        return condition.holds { number in
            let part = parts[number]
            return part.columns.contains(.headline) && inHeadline.map(part.matches) == true
                || part.columns.contains(.body) && inBody.map(part.matches) == true
        }
    }

    /// Whether the query holds for an article of this headline and body, in UTF-8.
    func matches(headline: [UInt8], body: [UInt8]) -> Bool {
        headline.withUnsafeBufferPointer { headline in
            body.withUnsafeBufferPointer { matches(headline: headline, body: $0) }
        }
    }

    /// Every place in a column of the texts that the query does not deny, in order.
    func instances(in text: UnsafeBufferPointer<UInt8>, of column: TextColumns) -> [TextPart.Instance] {
        let shown = wanted.filter { parts[$0].columns.contains(column) }
        guard !shown.isEmpty else { return [] }
        let found = finder.find(in: text)
        var instances: [TextPart.Instance] = []
        for number in shown { instances += parts[number].instances(in: found) }
        return instances.sorted().withoutRepeats()
    }

    /// As ``instances(in:of:)``, and the bytes that all words of the text come from; none where nothing was found.
    func instancesAndWords(
        in text: UnsafeBufferPointer<UInt8>, of column: TextColumns
    ) -> (instances: [TextPart.Instance], words: [Range<Int>]) {
        let shown = wanted.filter { parts[$0].columns.contains(column) }
        guard !shown.isEmpty else { return ([], []) }
        let (found, words) = finder.findWithRanges(in: text)
        let instances = shown.flatMap { parts[$0].instances(in: found) }.sorted().withoutRepeats()
        return (instances, instances.isEmpty ? [] : words)
    }

    /// The bytes of a column that the query's texts take, in order, without overlap.
    func highlights(in text: UnsafeBufferPointer<UInt8>, of column: TextColumns) -> [Range<Int>] {
        instances(in: text, of: column).map(\.range).merged()
    }
}

extension [Range<Int>] {
    /// Ranges that come in order, those that overlap made one.
    func merged() -> [Range<Int>] {
        var merged: [Range<Int>] = []
        for range in self {
            if let last = merged.last, range.lowerBound < last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }
}

extension [TextPart.Instance] {
    // A text may stand in the query twice.
    fileprivate func withoutRepeats() -> Self {
        var kept: Self = []
        for instance in self where instance != kept.last { kept.append(instance) }
        return kept
    }
}
