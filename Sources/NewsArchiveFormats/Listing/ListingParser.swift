/// Reads a site's listing: `[header] { stamp, headline, paragraphs }`, several headers in one dump.
///
/// The grammar, and what was decided where it leaves room, is in the article "The listing dump". Memory holds one
/// record, of at most ``maximumRecordBytes`` bytes, and the end of the last piece.
public struct ListingParser: DumpParser {
    /// A larger record is rejected: 16 MiB, more than any article has, and as much as FTS5 takes in one row without
    /// growing out of bounds (some 10 bytes of memory a byte where no word comes twice).
    public static let maximumRecordBytes = 16 << 20

    private let limit: Int
    private var lines = LineSplitter()
    private var listed: LocalTime?
    private var draft: ListingDraft?
    // For the text of the next record.
    private var room: [UInt8] = []
    // A lead without text waits for the next record, which may be the same article with its stamp and text.
    private var lead: ParsedArticle?

    /// A parser at the start of a dump.
    public init() {
        self.init(maximumRecordBytes: Self.maximumRecordBytes)
    }

    init(maximumRecordBytes: Int) {
        limit = maximumRecordBytes
    }

    /// Nothing: a listing says of each list when it was taken, and not whose it is.
    public var header: DumpHeader { DumpHeader() }

    /// Takes the next piece of the dump and hands over the records that it completes.
    public mutating func parse(
        _ bytes: UnsafeRawBufferPointer, emit: (ParsedRecord) throws -> Void
    ) rethrows {
        // Out of self, for the lines are read by self. An error of `emit` ends the reading, so nothing is lost by it.
        var pieces = lines
        lines = LineSplitter()
        defer { lines = pieces }
        try pieces.split(bytes, limit: limit) { line in try read(line, emit: emit) }
    }

    /// Says that the dump has ended, and hands over the records that were still open.
    public mutating func finish(emit: (ParsedRecord) throws -> Void) rethrows {
        var pieces = lines
        try pieces.finish { line in try read(line, emit: emit) }
        lines = pieces
        try close(at: pieces.byteOffset, emit: emit)
        try emitLead(emit)
    }

    /// Whether one of the first lines is a header or a stamp.
    static func recognizes(_ start: UnsafeRawBufferPointer) -> Bool {
        start.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.contains { bytes in
            let line = Line(
                number: 1, byteOffset: bytes.startIndex, bytes: UnsafeRawBufferPointer(rebasing: bytes))
            return ListingStamp.read(line.text) != .none || ListingHeader(line.text) != nil
        }
    }
}

extension ListingParser {
    private mutating func read(_ line: Line, emit: (ParsedRecord) throws -> Void) rethrows {
        guard !line.isTooLong else { return reject(line, .tooLarge(limit: limit)) }
        let text = line.text
        guard !text.isEmpty else { return }
        switch ListingStamp.read(text) {
        case .stamp(let stamp):
            try begin(.stamp(stamp), line, emit: emit)
        case .impossible:
            let problem = RejectionReason.impossibleTime(String(decoding: text, as: UTF8.self))
            try begin(.none, line, problem: problem, emit: emit)
        case .none:
            if let header = ListingHeader(text) {
                try read(header, line, emit: emit)
            } else {
                add(text, at: line.textOffset, of: line)
            }
        }
    }

    private mutating func read(
        _ header: ListingHeader, _ line: Line, emit: (ParsedRecord) throws -> Void
    ) rethrows {
        try close(at: line.byteOffset, emit: emit)
        try emitLead(emit)
        listed = header.date
        guard header.date != nil || header.isUndated else {
            return try begin(.none, line, problem: .impossibleHeaderDate(header.dateText), emit: emit)
        }
        let rest = UnsafeRawBufferPointer(rebasing: line.text[header.length...])
        switch ListingStamp.read(rest) {
        case .stamp(let stamp): try begin(.stamp(stamp), line, emit: emit)
        case .impossible:
            let problem = RejectionReason.impossibleTime(String(decoding: rest, as: UTF8.self))
            try begin(.none, line, problem: problem, emit: emit)
        case .none:
            guard !rest.isEmpty else { return }
            try begin(.lead, line, emit: emit)
            add(rest, at: line.textOffset + header.length, of: line)
        }
    }

    private mutating func begin(
        _ beginning: ListingDraft.Beginning, _ line: Line, problem: RejectionReason? = nil,
        emit: (ParsedRecord) throws -> Void
    ) rethrows {
        try close(at: line.byteOffset, emit: emit)
        draft = ListingDraft(
            beginning, line: line.number, byteOffset: line.byteOffset, problem: problem, room: room)
        room = []
    }

    private mutating func add(_ text: UnsafeRawBufferPointer, at offset: Int, of line: Line) {
        if let invalid = UTF8Check.firstInvalidByte(text) {
            return reject(line, .notUTF8(byteOffset: offset + invalid, line: line.number))
        }
        if draft == nil {
            draft = ListingDraft(
                .none, line: line.number, byteOffset: line.byteOffset, problem: .textBeforeFirstStamp)
        }
        draft?.add(text, limit: limit)
    }

    private mutating func reject(_ line: Line, _ reason: RejectionReason) {
        if draft == nil { draft = ListingDraft(.none, line: line.number, byteOffset: line.byteOffset) }
        draft?.reject(reason)
    }

    private mutating func close(at end: Int, emit: (ParsedRecord) throws -> Void) rethrows {
        guard var draft else { return }
        self.draft = nil
        let record = draft.record(byteCount: end - draft.byteOffset, listed: listed)
        room = draft.takeRoom()
        guard case .article(let article) = record else {
            try emitLead(emit)
            return try emit(record)
        }
        if case .lead = draft.beginning, article.body.isEmpty {
            lead = article
            return
        }
        if lead?.headline == article.headline { lead = nil }
        try emitLead(emit)
        try emit(record)
    }

    private mutating func emitLead(_ emit: (ParsedRecord) throws -> Void) rethrows {
        guard let lead else { return }
        self.lead = nil
        try emit(.article(lead))
    }
}
