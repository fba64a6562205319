// What FTS5 (3.40.1) keeps or forgets of the parts of a query that do not match a row, and then counts and marks, or
// does not, in it or in the next one. SearchScoreTests shows each.

extension PlainQuery {
    /// Whether FTS5 counts what the formula says: nothing of the following is in it.
    var isCountedRight: Bool { !hasLooseNear && !hasLooseDenial && !forgetsAlternatives(isRoot: true) }

    /// Whether a NEAR of one column stands where it need not match.
    ///
    /// Where one of its words is not in the column, FTS5 keeps the places of the other words, even those that it read
    /// in an earlier row.
    var hasLooseNear: Bool { contains(isLoose: false) { $0.isNear && $1 } }

    /// Whether a denial stands where it need not match.
    ///
    /// Where what it takes from is nowhere, FTS5 counts what is denied in the first row that has it.
    private var hasLooseDenial: Bool { contains(isLoose: false) { $0.isDenial && $1 } }

    /// Whether parts that all must match, beneath another part, have alternatives among them.
    ///
    /// Where a phrase among them has its words but does not match, FTS5 forgets all places that it read for them; also
    /// those of an alternative that was read ahead, for the next row.
    private func forgetsAlternatives(isRoot: Bool) -> Bool {
        switch self {
        case .all(let parts):
            let isRoot = isRoot && !parts.contains(where: \.isDenial)
            return !isRoot && contains(isLoose: false) { part, _ in part.isAlternative }
                || parts.contains { $0.forgetsAlternatives(isRoot: isRoot) }
        case .any(let parts): return parts.contains { $0.forgetsAlternatives(isRoot: false) }
        case .not, .phrase, .near, .since, .until, .source, .views: return false
        }
    }

    private var isNear: Bool {
        if case .near(let words, _, let columns) = self {
            words.count > 1 && columns.count == 1
        } else {
            false
        }
    }

    private var isDenial: Bool { if case .not = self { true } else { false } }

    private var isAlternative: Bool { if case .any = self { true } else { false } }

    // The test is also told whether the part need not match.
    private func contains(isLoose: Bool, _ test: (PlainQuery, Bool) -> Bool) -> Bool {
        if test(self, isLoose) { return true }
        return switch self {
        case .all(let parts): parts.contains { $0.contains(isLoose: isLoose, test) }
        case .any(let parts): parts.contains { $0.contains(isLoose: true, test) }
        case .not(let inner): inner.contains(isLoose: true, test)
        case .phrase, .near, .since, .until, .source, .views: false
        }
    }
}
