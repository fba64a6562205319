/// What changed in an archive since a moment, a page of it.
public struct ArticleChanges: Equatable, Sendable {
    /// The changes, in the order in which they happened, at most as many as were asked for.
    public let changes: [ArticleChange]
    /// Where to go on: after these changes.
    public let next: ChangeCursor
    /// Whether there was nothing more when they were read.
    public let isComplete: Bool
}

/// That an article was added, that it says something else, or that it is gone.
public struct ArticleChange: Equatable, Sendable {
    /// What happened to an article.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// It is new since the moment that was asked about.
        case added
        /// Its headline, text, credit line or time changed. Another sighting alone, with other views, is no change.
        case revised
        /// It is gone by this id: pruned, taken back with its dump, joined to another article, or moved to another id.
        case removed
    }

    /// What happened.
    public let kind: Kind
    /// The article's id.
    public let id: ArticleID
    /// Of a removed article: the one that its id leads to now; nil when there is none.
    public let successor: ArticleID?
}

/// A moment in the life of an archive, to ask what changed since. Kept as text, it is good as long as the archive is.
public struct ChangeCursor: Hashable, Sendable {
    /// Changes up to this one were told of before the pages that are being read.
    let base: Int64
    let change: Int64
    let id: Int64

    /// Before everything: all articles are new since then.
    public static let beginning = ChangeCursor(base: -1, change: -1, id: .max)
}

extension ChangeCursor: LosslessStringConvertible {
    /// The cursor as a text without spaces.
    public var description: String { "\(base).\(change).\(id)" }

    /// The cursor that a text is; nil for a text that is none.
    public init?(_ description: String) {
        let parts = description.split(separator: ".", omittingEmptySubsequences: false).map { Int64($0) }
        guard parts.count == 3, let base = parts[0], let change = parts[1], let id = parts[2] else {
            return nil
        }
        self.init(base: base, change: change, id: id)
    }
}
