/// A part of an article's body that shows what a search found: slices of the original, so that more can be shown around it.
public struct Passage: Equatable, Sendable {
    /// The text as it is stored: no ellipsis, and control characters are not taken out.
    public let text: String
    /// What matched, as ranges of the text's UTF-8 bytes, in order, without overlap.
    public let highlights: [Range<Int>]
    /// Where it stands in the body, as UTF-8 bytes.
    public let range: Range<Int>
    /// Whether the body begins with it.
    public let isAtStart: Bool
    /// Whether the body ends with it.
    public let isAtEnd: Bool
}
