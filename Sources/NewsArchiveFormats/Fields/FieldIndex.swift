/// Finds the field that a name stands for.
struct FieldIndex: Sendable {
    /// What a name stands for.
    struct Match: Equatable, Sendable {
        let field: ArticleField
        /// Of several fields with the same meaning, the one with the lowest rank is read: 0 and 1 for a given name.
        let rank: Int
    }

    private let exact: [String: ArticleField]
    private let folded: [String: Match]

    // Made once: a folder of small dumps makes an index for each.
    private static let usual: [String: Match] = {
        var usual: [String: Match] = [:]
        for field in ArticleField.allCases {
            for (rank, name) in UsualNames.names(of: field).split(separator: " ").enumerated() {
                usual[FieldNames.folded(String(name))] = Match(field: field, rank: rank + 2)
            }
        }
        return usual
    }()

    init(_ names: FieldNames) {
        var folded = Self.usual
        var exact: [String: ArticleField] = [:]
        // In the order of the cases: of two fields with one name, the same one wins in every run.
        for field in ArticleField.allCases.reversed() {
            guard let name = names.given[field] else { continue }
            exact[name] = field
            folded[FieldNames.folded(name)] = Match(field: field, rank: 1)
        }
        self.exact = exact
        self.folded = folded
    }

    /// What a name stands for; nil when it is none that is known.
    func match(_ name: String) -> Match? {
        if let field = exact[name] { return Match(field: field, rank: 0) }
        return folded[FieldNames.folded(name)]
    }
}
