/// A record of a listing while its lines arrive.
struct ListingDraft {
    /// What the record began with.
    enum Beginning {
        case stamp(ListingStamp)
        case lead
        /// Text that no stamp or header stands before, or a stamp that cannot be.
        case none
    }

    let beginning: Beginning
    let line: Int
    let byteOffset: Int
    /// The first thing that is wrong with it; it stays a record, to be handed over with its place.
    private(set) var problem: RejectionReason?
    private var headline: [UInt8] = []
    private var body: [UInt8]
    private var credit: [UInt8]?

    /// - Parameter room: An array without bytes, for those of the text.
    init(
        _ beginning: Beginning, line: Int, byteOffset: Int, problem: RejectionReason? = nil,
        room: [UInt8] = []
    ) {
        body = room
        self.beginning = beginning
        self.line = line
        self.byteOffset = byteOffset
        self.problem = problem
    }

    mutating func reject(_ reason: RejectionReason) {
        if problem == nil { problem = reason }
        headline = []
        body = []
    }

    /// Takes the next line that is not blank: the headline first, then paragraphs.
    mutating func add(_ text: UnsafeRawBufferPointer, limit: Int) {
        guard problem == nil else { return }
        if headline.isEmpty {
            headline = HeadlineRepair.repair(text)
        } else if body.isEmpty, credit == nil, CreditLine.matches(text) {
            credit = Array(text)
        } else {
            if !body.isEmpty { body.append(UInt8(ascii: "\n")) }
            body.append(contentsOf: text)
        }
        if headline.count + body.count > limit { reject(.tooLarge(limit: limit)) }
    }

    /// The room of the text, for that of another record: it has grown as far as texts go.
    mutating func takeRoom() -> [UInt8] {
        var room: [UInt8] = []
        swap(&room, &body)
        room.removeAll(keepingCapacity: true)
        return room
    }

    /// The record, now that all its lines are there.
    func record(byteCount: Int, listed: LocalTime?) -> ParsedRecord {
        let place = RecordPlace(line: line, byteOffset: byteOffset, byteCount: byteCount)
        if let problem = problem ?? (headline.isEmpty ? .noHeadline : nil) {
            let preamble = listed.map { " date \($0)\n" } ?? RejectedRecord.impliedPreamble
            return .rejected(RejectedRecord(reason: problem, place: place, preamble: preamble))
        }
        // A copy without the room that the text might still have grown into: a third of the memory of a chunk.
        let text = ParsedText(validUTF8: body.withUnsafeBytes { Array($0) })
        var article = ParsedArticle(
            headline: String(decoding: headline, as: UTF8.self), body: text,
            credit: credit.map { String(decoding: $0, as: UTF8.self) }, listed: listed, place: place)
        switch beginning {
        case .stamp(let stamp):
            article.published = stamp.time
            article.origin = .stated
            article.views = stamp.views
        case .lead, .none:
            article.published = listed
            article.origin = listed == nil ? .unknown : .dump
        }
        return .article(article)
    }
}
