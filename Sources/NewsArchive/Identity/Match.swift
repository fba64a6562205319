/// What a record is: an article that is known, or a new one. Nothing has been done about it yet.
enum Match {
    /// The record is this article.
    case known(KnownArticle, IdentityDecision.Rule, agreement: Int?)
    /// The record is an article of its own; `other` has the same headline key.
    case new(IdentityDecision.Rule, other: KnownArticle?, agreement: Int?)
}

extension IdentityRule {
    /// Decides what a record is, given the articles with its headline key, nearest in time first.
    func match(_ record: PreparedArticle, among candidates: [KnownArticle]) -> Match {
        guard !candidates.isEmpty else { return .new(.new, other: nil, agreement: nil) }
        return switch self {
        case .automatic: automaticMatch(record, candidates)
        case .headline: .known(candidates[0], .headline, agreement: nil)
        case .exact: exactMatch(record, candidates)
        }
    }

    private func exactMatch(_ record: PreparedArticle, _ candidates: [KnownArticle]) -> Match {
        let same = candidates.first {
            $0.published == record.published && $0.wording == Wording(record.article)
        }
        return same.map { .known($0, .exact, agreement: nil) }
            ?? .new(.sameHeadline, other: candidates[0], agreement: nil)
    }

    private func automaticMatch(_ record: PreparedArticle, _ candidates: [KnownArticle]) -> Match {
        if let same = candidates.first(where: { $0.hasStamp(of: record) }) {
            return .known(same, .sameStamp, agreement: nil)
        }
        guard !record.article.body.isEmpty else { return bareHeadlineMatch(record, candidates) }
        if let equal = candidates.first(where: { $0.wording.body == record.article.body }) {
            return .known(equal, .textsAgree, agreement: 1000)
        }
        return textMatch(record, candidates)
    }

    private func bareHeadlineMatch(_ record: PreparedArticle, _ candidates: [KnownArticle]) -> Match {
        candidates.first { $0.isNear(record) }.map { .known($0, .noText, agreement: nil) }
            ?? .new(.sameHeadline, other: candidates[0], agreement: nil)
    }

    private func textMatch(_ record: PreparedArticle, _ candidates: [KnownArticle]) -> Match {
        let shingles = record.shingles
        var best: (article: KnownArticle, agreement: Int)?
        var short: KnownArticle?
        for candidate in candidates where !candidate.wording.body.isEmpty {
            switch TextAgreement(shingles, candidate.shingles) {
            case .agree(let agreement), .disagree(let agreement):
                if agreement > best?.agreement ?? -1 { best = (candidate, agreement) }
            case .tooShort:
                short = short ?? candidate
            }
        }
        if let best, best.agreement >= TextAgreement.leastAgreement {
            return .known(best.article, .textsAgree, agreement: best.agreement)
        }
        if let short { return .known(short, .textsAgree, agreement: nil) }
        let bare = candidates.first { $0.wording.body.isEmpty && $0.isNear(record) }
        if let bare { return .known(bare, .noText, agreement: nil) }
        return .new(.sameHeadline, other: best?.article ?? candidates[0], agreement: best?.agreement)
    }
}

extension KnownArticle {
    fileprivate func hasStamp(of record: PreparedArticle) -> Bool {
        guard let mine = published, let theirs = record.published else { return false }
        // One list may state seconds where another does not.
        return mine.origin == .stated && theirs.origin == .stated && mine.precision == theirs.precision
            && mine.minute == theirs.minute
    }

    fileprivate func isNear(_ record: PreparedArticle) -> Bool {
        guard let mine = published, let theirs = record.published else { return true }
        return mine.isWithinAWeek(of: theirs)
    }
}

extension PublicationTime {
    /// Whether two times are so near that they belong to one article when one side is a bare headline.
    ///
    /// A day or a month is near to what is near to one of its ends.
    func isWithinAWeek(of other: PublicationTime) -> Bool {
        let gap = max(span.lowerBound - other.span.upperBound, other.span.lowerBound - span.upperBound)
        return gap <= 7 * 86_400
    }
}
