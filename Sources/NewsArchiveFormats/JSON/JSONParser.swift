/// Reads JSON: objects one after the other, or an array of them, alone or in an object (JSON Feed).
///
/// In a document, the records are the objects of every array that stands under a usual name ("items", "articles"), and
/// those of the first array of objects at all. Members beside it name the feed; their order does not matter.
///
/// After a damage the reading goes on at what comes first: the place where the record's brackets are closed, or the next
/// object that begins as records do, at the start of a line or with the same first name as the damaged one. A record of a
/// document that is rejected stands in a rejects file alone, and that is JSON Lines.
public struct JSONParser: FieldedParser {
    // What has not been read to its end, from `walk.offset` on.
    private var carry: [UInt8] = []
    private var walk: JSONWalk

    /// A parser at the start of a dump.
    ///
    /// - Parameter isLines: whether each object is a record; otherwise they stand in an array.
    public init(isLines: Bool, fieldNames: FieldNames = FieldNames()) {
        self.init(
            isLines: isLines, fieldNames: fieldNames, maximumRecordBytes: ListingParser.maximumRecordBytes)
    }

    init(isLines: Bool, fieldNames: FieldNames = FieldNames(), maximumRecordBytes: Int) {
        walk = JSONWalk(isLines: isLines, fieldNames: fieldNames, limit: maximumRecordBytes)
    }

    /// What the members beside the records say of the feed.
    public var header: DumpHeader { walk.header }

    /// The fields that were found so far, in the order in which they came, 256 at most.
    public var fieldsFound: [FoundField] { walk.keys.found }

    /// Takes the next piece of the dump and hands over the records that it completes.
    public mutating func parse(
        _ bytes: UnsafeRawBufferPointer, emit: (ParsedRecord) throws -> Void
    ) rethrows {
        if carry.isEmpty {
            let read = try walk.walk(bytes, isLast: false, emit: emit)
            carry.append(contentsOf: bytes[read...])
        } else {
            carry.append(contentsOf: bytes)
            try readCarry(isLast: false, emit: emit)
        }
    }

    /// Says that the dump has ended, and hands over the records that were still open.
    public mutating func finish(emit: (ParsedRecord) throws -> Void) rethrows {
        try readCarry(isLast: true, emit: emit)
    }

    private mutating func readCarry(isLast: Bool, emit: (ParsedRecord) throws -> Void) rethrows {
        var held: [UInt8] = []
        swap(&held, &carry)
        let read = try held.withUnsafeBytes { try walk.walk($0, isLast: isLast, emit: emit) }
        if read > 0 { held.removeFirst(read) }
        swap(&held, &carry)
    }
}
