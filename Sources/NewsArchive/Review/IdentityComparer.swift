import NewsArchiveSQLite

/// Holds two articles against each other as the identity rule does.
struct IdentityComparer {
    private let reader: IdentityReader
    private let states: ArticleStateReader

    init(_ connection: Connection) throws {
        reader = try IdentityReader(connection)
        states = try ArticleStateReader(connection)
    }

    func comparison(of firstID: ArticleID, _ secondID: ArticleID) throws -> IdentityComparison {
        let (first, second) = (try reader.article(firstID), try reader.article(secondID))
        guard first.id != second.id else {
            throw ArchiveError.notApplicable("\(firstID) and \(secondID) are ids of one article")
        }
        let keys = (try reader.keys(of: first.id), try reader.keys(of: second.id))
        let shared = keys.0.filter { mine in keys.1.contains { $0.key == mine.key } }
        let names = try sharedNames(first.id, second.id)
        let texts = (Shingles(first.body.utf8), Shingles(second.body.utf8))
        let verdict = try verdict(first.id, second.id, keys.0.map(\.key), keys.1.map(\.key), names)
        return IdentityComparison(
            first: first, second: second, sharedHeadlines: shared.flatMap(\.headlines),
            haveSameStamp: Self.haveSameStamp(first.published, second.published),
            words: [texts.0.wordCount, texts.1.wordCount], agreement: texts.0.share(in: texts.1),
            sharedNames: names, wouldBeOne: verdict.isOne, rule: verdict.rule,
            changes: try reader.changes { Set([$0, $1]) == [first.id, second.id] })
    }

    private static func haveSameStamp(_ first: PublicationTime?, _ second: PublicationTime?) -> Bool {
        guard let first, let second else { return false }
        return first.origin == .stated && second.origin == .stated && first.precision == second.precision
            && first.minute == second.minute
    }

    private func sharedNames(_ first: ArticleID, _ second: ArticleID) throws -> [SourceIdentity] {
        let theirs = try reader.names(of: second)
        return try reader.names(of: first).filter { mine in
            theirs.contains { other in
                let isSameLink =
                    mine.kind == .link && other.kind == .link && mine.source == other.source
                    && CanonicalLink(mine.text) != nil
                    && CanonicalLink(mine.text) == CanonicalLink(other.text)
                return mine.isSame(as: other) || isSameLink
            }
        }
    }

    private func verdict(
        _ first: ArticleID, _ second: ArticleID, _ firstKeys: [HeadlineKey], _ secondKeys: [HeadlineKey],
        _ names: [SourceIdentity]
    ) throws -> (isOne: Bool, rule: IdentityDecision.Rule) {
        if names.contains(where: { $0.kind == .guid && $0.isKey }) { return (true, .sameGuid) }
        if names.contains(where: { $0.kind == .link && $0.isKey }) { return (true, .sameLink) }
        // A record bears the present headline of its article, and finds another by those that it has or had.
        if let present = secondKeys.first, firstKeys.contains(present) {
            return try match(second, against: first)
        }
        if let present = firstKeys.first, secondKeys.contains(present) {
            return try match(first, against: second)
        }
        return (false, .new)
    }

    // By the rule itself, so that what is said here is what an import does.
    private func match(
        _ id: ArticleID, against other: ArticleID
    ) throws -> (isOne: Bool, rule: IdentityDecision.Rule) {
        guard let mine = try states.state(of: id), let theirs = try states.state(of: other) else {
            throw ArchiveError.noSuchArticle(id)
        }
        let known = KnownArticle(stored: KnownArticle.Stored(id: other, state: theirs))
        return switch IdentityRule.automatic.match(PreparedArticle(mine), among: [known]) {
        case .known(_, let rule, _): (true, rule)
        case .new(let rule, _, _): (false, rule)
        }
    }
}

extension PreparedArticle {
    /// A record that says what an article says.
    fileprivate convenience init(_ state: ArticleState) {
        self.init(
            ParsedArticle(
                headline: state.wording.headline, body: state.wording.body, credit: state.wording.credit,
                published: state.published?.local, minutesAheadOfUTC: state.published?.minutesAheadOfUTC,
                origin: state.published?.origin ?? .unknown),
            localTime: .utc)
    }
}
