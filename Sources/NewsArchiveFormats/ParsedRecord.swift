/// What a parser found: an article, or a record that it could not read.
public enum ParsedRecord: Equatable, Sendable {
    /// A record that could be read.
    case article(ParsedArticle)
    /// A record that could not, and why.
    case rejected(RejectedRecord)
}

/// A record that could not be read. Its bytes are those of the dump at ``place``.
public struct RejectedRecord: Equatable, Sendable {
    /// What is wrong with it.
    public var reason: RejectionReason
    /// Where in the dump it stands.
    public var place: RecordPlace
    /// What has to stand before its bytes so that they can be read alone: in a listing, a header with the list's date.
    public var preamble: String

    /// The preamble that a file begins with even if it does not stand there.
    package static let impliedPreamble = " date unknown\n"

    /// A record with the given reason, place and preamble.
    public init(reason: RejectionReason, place: RecordPlace, preamble: String = "") {
        self.reason = reason
        self.place = place
        self.preamble = preamble
    }
}

/// Why a record could not be read.
public enum RejectionReason: Equatable, Sendable {
    /// The stamp names a date or a time that does not exist.
    case impossibleTime(String)
    /// The header names a date that does not exist.
    case impossibleHeaderDate(String)
    /// A stamp without a headline after it.
    case noHeadline
    /// Text before the first stamp.
    case textBeforeFirstStamp
    /// Nothing in the record could be kept: no headline, no text, no address.
    case nothingToKeep
    /// The record breaks the rules of its format: what is wrong, in words that follow "the record".
    case malformed(String)
    /// Elements stand within each other deeper than a parser follows.
    case tooDeep(limit: Int)
    /// Bytes that are no text in the encoding: how many bytes of the dump, unpacked, come before the first of them.
    case undecodable(byteOffset: Int, encoding: String)
    /// Bytes that are not UTF-8: how many bytes of the dump come before the first of them, and its line.
    case notUTF8(byteOffset: Int, line: Int)
    /// The record has more bytes than a parser keeps in memory.
    case tooLarge(limit: Int)
}

extension RejectionReason: CustomStringConvertible {
    /// What is wrong, and what would mend it, in one sentence without a full stop.
    public var description: String {
        switch self {
        case .impossibleTime(let text):
            "the stamp \"\(text)\" is no date and time that exists; correct it"
        case .impossibleHeaderDate(let text):
            "the header's date \"\(text)\" does not exist; correct it"
        case .noHeadline:
            "the stamp has no headline after it; add one or remove the stamp"
        case .textBeforeFirstStamp:
            "this text stands before the first stamp; put a stamp (DD.MM.YYYY, HH:MM) before its headline"
        case .nothingToKeep:
            "the record has no headline, no text and no address; add one of them"
        case .malformed(let problem):
            "the record \(problem)"
        case .tooDeep(let limit):
            "the record has elements in more than \(limit) others; take them apart"
        case .undecodable(let offset, let encoding):
            "the byte at offset \(offset) is no \(encoding) text; name the encoding (--encoding) or convert the record"
        case .notUTF8(let offset, let line):
            "the byte at offset \(offset) (line \(line)) is not UTF-8; convert the record to UTF-8"
        case .tooLarge(let limit):
            "the record is larger than \(limit) bytes; split it"
        }
    }
}
