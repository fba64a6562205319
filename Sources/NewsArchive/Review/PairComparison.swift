import NewsArchiveSQLite

/// Compares the articles of a pair in full. Its statements are prepared once.
final class PairComparison {
    /// Under two headlines, texts that share less are no suggestion: per mille of the shorter one's shingles.
    ///
    /// Agencies' phrases and closing formulas make up half of many a short text; of a text that was given another headline
    /// more than this stays.
    private static let leastAgreement = 800

    /// Under one headline, texts that are long enough to tell and share less are two issues of a column: per mille.
    private static let leastUnderOneHeadline = 100

    fileprivate struct Side {
        let id: ArticleID
        let state: ArticleState
        let keys: Set<HeadlineKey>
        let shingles: Shingles
    }

    private let states: ArticleStateReader
    private let reader: IdentityReader
    private var source: Statement
    // Pairs come in the order of their first articles.
    private var last: Side?

    init(_ connection: Connection) throws {
        states = try ArticleStateReader(connection)
        reader = try IdentityReader(connection)
        source = try Statement(connection, "SELECT name FROM source WHERE id = ?1")
    }

    /// What is to be suggested of a pair; nil for nothing.
    func suggestion(_ pair: ArticlePair) throws -> IdentitySuggestion? {
        guard let first = try side(pair.first, known: last), let second = try side(pair.second, known: nil)
        else {
            return nil
        }
        last = first
        let agreement = first.shingles.share(in: second.shingles)
        let sharesHeadline = !first.keys.isDisjoint(with: second.keys)
        let isLikely =
            sharesHeadline
            ? !canTell(first, second) || agreement ?? 0 >= Self.leastUnderOneHeadline
            : canTell(first, second) && areOfOneSize(first, second) && agreement ?? 0 >= Self.leastAgreement
        guard isLikely else { return nil }
        let staysFirst = !(second.hasOwnTime && !first.hasOwnTime)
        return IdentitySuggestion(
            reason: sharesHeadline ? .sameHeadline : .sameText,
            article: try shown(staysFirst ? first : second), other: try shown(staysFirst ? second : first),
            score: agreement.map { Double($0) / 1000 })
    }

    private func canTell(_ first: Side, _ second: Side) -> Bool {
        min(first.shingles.wordCount, second.shingles.wordCount) >= TextAgreement.leastWords
    }

    // A short text that stands in one of many times its length is a part of it, as an item of an overview is.
    private func areOfOneSize(_ first: Side, _ second: Side) -> Bool {
        let counts = [first, second].map(\.shingles.hashes.count)
        return 2 * min(counts[0], counts[1]) >= max(counts[0], counts[1])
    }

    private func side(_ id: ArticleID, known: Side?) throws -> Side? {
        if let known, known.id == id { return known }
        guard let state = try states.state(of: id) else { return nil }
        return Side(
            id: id, state: state, keys: Set(try reader.keys(of: id).map(\.key)),
            shingles: Shingles(state.wording.body.utf8))
    }

    private func shown(_ side: Side) throws -> IdentitySuggestion.Side {
        IdentitySuggestion.Side(
            id: side.id, headline: side.state.wording.headline, published: side.state.published,
            source: try side.state.source.flatMap(name))
    }

    private func name(of row: Int64) throws -> String? {
        try source.bind(1, row)
        return try source.first { try $0.text(0) }
    }
}

extension PairComparison.Side {
    fileprivate var hasOwnTime: Bool { state.published?.origin == .stated }
}
