/// What was found out about a dump from its first bytes, and what its first records are.
public struct DumpInspection: Sendable {
    /// The dump's name.
    public let dump: String
    /// Its size in bytes, as it is packed.
    public let byteCount: Int
    /// What its bytes are packed with.
    public var packing: Packing { layers.packing }
    /// How its text is encoded.
    public var encoding: TextEncoding { layers.encoding }
    /// What tells the encoding: "byte order mark", "XML declaration", …
    public let encodingReason: String
    /// The format that it is read as.
    public let format: DumpFormat
    /// What the dump says about itself within the first 4 MiB.
    public let header: DumpHeader
    /// Who publishes its articles: as the options say, or else the feed's title.
    public let source: String?
    /// When it was taken, by UTC where that is a minute: as the dump says, or else the latest time of its first records.
    ///
    /// Times of a feed that are more than a day ahead of the machine's clock do not count.
    public let taken: LocalTime?
    /// The fields of its first records and what they are read as, in formats whose fields have names.
    public let fields: [FoundField]
    /// Its first records.
    public let records: [ParsedRecord]

    let layers: TextLayers
    let parserOptions: ParserOptions
    let snapshotTimes: SnapshotTimes
}

extension DumpInspection {
    /// A parser at the start of the dump.
    ///
    /// - Throws: ``ArchiveError/notADump(dump:reason:)`` when this build has none for the format.
    func makeParser() throws -> any DumpParser {
        guard let parser = format.makeParser(parserOptions) else {
            throw ArchiveError.notADump(
                dump: dump,
                reason: "this build reads no \(format.rawValue): it was made without the trait Feeds")
        }
        return parser
    }

    /// An article with what the dump says for all of its articles.
    ///
    /// One that states no time is dated by the day of its feed, as a lead is by the day of its list.
    public func dated(_ article: ParsedArticle) -> ParsedArticle {
        var dated = article
        // Of several feeds in one dump each says when it was made.
        if format.hasHeader, let listed = dated.listed, !snapshotTimes.allow(listed) { dated.listed = nil }
        if dated.listed == nil { dated.listed = taken }
        if dated.published == nil, let day = snapshotTimes.time(of: header)?.wholeDay {
            dated.published = day
            dated.origin = .dump
        }
        return dated
    }

    /// A record with its place in the dump where that is plain UTF-8, and with what could not be decoded named by its
    /// place in the dump where it is not.
    func placed(_ record: ParsedRecord, in stream: TextStream) -> ParsedRecord {
        switch record {
        case .article(var article):
            article.place.byteOffset += layers.textStart
            stream.forgetDamages(before: article.place.byteOffset)
            return .article(article)
        case .rejected(var rejected):
            if case .notUTF8(let offset, let line) = rejected.reason {
                rejected.reason = reason(notUTF8: offset, line: line, in: stream)
            }
            rejected.place.byteOffset += layers.textStart
            return .rejected(rejected)
        }
    }

    private func reason(notUTF8 offset: Int, line: Int, in stream: TextStream) -> RejectionReason {
        guard encoding != .utf8 else { return .notUTF8(byteOffset: offset + layers.textStart, line: line) }
        return .undecodable(
            byteOffset: stream.byteOffset(ofTextOffset: offset) ?? offset, encoding: encoding.name)
    }
}

extension LocalTime {
    /// Its day alone; nil for a month.
    fileprivate var wholeDay: LocalTime? {
        precision == .month ? nil : LocalTime(year: year, month: month, day: day)
    }
}
