/// What of an article a text is looked for in.
struct TextColumns: OptionSet, Sendable {
    let rawValue: Int

    static let headline = TextColumns(rawValue: 1)
    static let body = TextColumns(rawValue: 2)
    static let both: TextColumns = [.headline, .body]
}
