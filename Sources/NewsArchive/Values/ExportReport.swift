/// What an export wrote, and what its format could not say.
///
/// Nothing of this is guessed: what was written is read by the parser that an import would read it with, and compared.
public struct ExportReport: Equatable, Sendable {
    /// Articles that were written.
    public internal(set) var articles = 0
    /// Articles for which the format has no form at all: in a listing, those without any date.
    public internal(set) var leftOut = 0
    /// In how many of the written articles a part would be imported as something else than the archive has, by the part: to
    /// the byte, and of times with seconds, zone, precision and origin. Empty when nothing would, and for RSS and Atom in a
    /// build without the trait Feeds, which cannot read them.
    public internal(set) var notSaid: [ArticleField: Int] = [:]
    /// Bytes that were written.
    public internal(set) var bytes = 0

    init() {}
}
