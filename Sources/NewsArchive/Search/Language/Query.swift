/// What to search for, as a value: text, and what must hold of an article beside it.
///
/// A program builds one without strings; ``init(_:)`` reads what a person typed.
/// ```swift
/// let query = Query.all([.headline(.beginning("open")), .not(.words("toll")), .source("gazette")])
/// let found = try await archive.search(query, order: .newest)
/// ```
/// A text is read as the index reads it: upper case, accents and punctuation do not matter, and several words in one
/// text stand next to each other. A text without a word is left out of the query.
public indirect enum Query: Equatable, Sendable {
    /// These words, next to each other and in this order.
    case words(String)
    /// These words, of which the last one may go on.
    case beginning(String)
    /// All these words, with at most so many other words between the first and the last of them.
    case near(String, within: Int)
    /// A text query that the headline alone must answer.
    case headline(Query)
    /// A text query that the body alone must answer.
    case body(Query)
    /// A query whose words find their other English forms, too: "election" also "elections", "elected" and "electing".
    ///
    /// Forms are words of the archive's articles with the same stem by the algorithm of Porter, which goes by the ending
    /// alone: "universe" and "university" are forms of each other. In ``beginning(_:)`` the last word stays as it is.
    case forms(Query)
    /// Articles for which all of these hold.
    case all([Query])
    /// Articles for which one of these holds.
    case any([Query])
    /// Articles for which this does not hold.
    case not(Query)
    /// Articles published at this time or later, by the clock of their own stamps.
    case since(LocalTime)
    /// Articles published before the end of this minute, day or month, by the clock of their own stamps.
    case until(LocalTime)
    /// Articles that this source listed; case and accents of its name do not matter.
    case source(String)
    /// Articles read so often, by their latest count.
    case views(ClosedRange<Int64>)
}
