import Glibc

/// Reads a table with a header row: fields parted by commas, semicolons, tabs or bars, which is found out.
///
/// As RFC 4180 has it, and what is near it: quotation marks within a field, rows with fewer fields than the header, line
/// ends of any kind. A row whose quotation mark is not closed before the dump, the record limit or a later field's opening
/// mark is rejected with its first line, and the reading goes on at the next line.
public struct TableParser: FieldedParser {
    private let limit: Int
    private let fieldNames: FieldNames
    private var table: TableHeader?
    private var preamble = ""
    private var row = TableRow()
    private var lines = LineCount()
    private var carry: [UInt8] = []
    // A row that is being let go up to its line end, and why.
    private var skipped: RejectedRecord?
    // How far a closing quotation mark is looked for. Halved where there was none and doubled by every row that is read, so that a
    // table of nothing but opening marks is not read to the limit for each of them.
    private var quotedLimit: Int
    // A row that goes on is read again when enough has come, not with every piece.
    private var enough = 0

    /// A parser at the start of a dump.
    public init(fieldNames: FieldNames = FieldNames()) {
        self.init(fieldNames: fieldNames, maximumRecordBytes: ListingParser.maximumRecordBytes)
    }

    init(fieldNames: FieldNames = FieldNames(), maximumRecordBytes: Int) {
        self.fieldNames = fieldNames
        limit = maximumRecordBytes
        quotedLimit = maximumRecordBytes
    }

    /// Nothing: a table does not say whose it is.
    public var header: DumpHeader { DumpHeader() }

    /// The columns.
    public var fieldsFound: [FoundField] {
        guard let table else { return [] }
        return zip(table.names, table.columns).map { FoundField(name: $0, field: $1?.field) }
    }

    /// Takes the next piece of the dump and hands over the records that it completes.
    public mutating func parse(
        _ bytes: UnsafeRawBufferPointer, emit: (ParsedRecord) throws -> Void
    ) rethrows {
        if carry.isEmpty {
            let read = try readRows(bytes, isLast: false, emit: emit)
            carry.append(contentsOf: bytes[read...])
        } else {
            carry.append(contentsOf: bytes)
            if carry.count >= enough { try readCarry(isLast: false, emit: emit) }
        }
    }

    /// Says that the dump has ended, and hands over the records that were still open.
    public mutating func finish(emit: (ParsedRecord) throws -> Void) rethrows {
        try readCarry(isLast: true, emit: emit)
    }

    private mutating func readCarry(isLast: Bool, emit: (ParsedRecord) throws -> Void) rethrows {
        var held: [UInt8] = []
        swap(&held, &carry)
        let read = try held.withUnsafeBytes { try readRows($0, isLast: isLast, emit: emit) }
        if read > 0 { held.removeFirst(read) }
        swap(&held, &carry)
    }
}

extension TableParser {
    // How many of the bytes need not be shown again.
    private mutating func readRows(
        _ bytes: UnsafeRawBufferPointer, isLast: Bool, emit: (ParsedRecord) throws -> Void
    ) rethrows -> Int {
        var position = 0
        if table == nil {
            guard isLast || bytes.count >= DumpFormat.detectionLength else { return 0 }
            position = try readHeader(bytes, isLast: isLast, emit: emit)
        }
        if let table {
            while position < bytes.count {
                let isThrough =
                    if skipped != nil {
                        try skip(bytes, from: &position, isLast: isLast, emit: emit)
                    } else {
                        try readRow(table, bytes, from: &position, isLast: isLast, emit: emit)
                    }
                guard isThrough else { break }
            }
        }
        lines.count(bytes, upTo: position)
        lines.shift(by: position)
        enough = (bytes.count - position) / 8 * 9
        return position
    }

    private mutating func readHeader(
        _ bytes: UnsafeRawBufferPointer, isLast: Bool, emit: (ParsedRecord) throws -> Void
    ) rethrows -> Int {
        guard let found = TableHeader.find(in: bytes, isLast: isLast, index: FieldIndex(fieldNames)) else {
            return try skipHeader(bytes, emit: emit)
        }
        table = found
        let text = UnsafeRawBufferPointer(rebasing: bytes[..<found.length])
        preamble = String(decoding: text, as: UTF8.self)
        if let last = text.last, last != 0x0A, last != 0x0D { preamble += "\n" }
        if !found.hasText {
            let problem =
                "is a header row without a column for the headline or the text; name one (--map headline=…)"
            try emit(rejected(.malformed(problem), bytes, 0..<found.length))
        }
        return found.length
    }

    // A first row without an end: nothing can be read.
    private mutating func skipHeader(
        _ bytes: UnsafeRawBufferPointer, emit: (ParsedRecord) throws -> Void
    ) rethrows -> Int {
        if bytes.contains(where: { !$0.isBlank }) {
            let problem =
                "is no header row: it has no end among the first \(DumpFormat.detectionLength) bytes"
            try emit(rejected(.malformed(problem), bytes, 0..<bytes.count))
        }
        return bytes.count
    }

    // False when more bytes are needed.
    private mutating func readRow(
        _ table: TableHeader, _ bytes: UnsafeRawBufferPointer, from position: inout Int, isLast: Bool,
        emit: (ParsedRecord) throws -> Void
    ) rethrows -> Bool {
        let start = position
        let outcome = row.read(
            bytes, from: start, delimiter: table.delimiter, isLast: isLast, limits: (limit, quotedLimit))
        switch outcome {
        case .complete(let next):
            if quotedLimit < limit { quotedLimit = min(limit, quotedLimit * 2) }
            position = next
            if !row.isBlank { try emit(record(table, bytes, start..<next)) }
        case .unclosed(let isUpToLimit):
            if isUpToLimit { quotedLimit = min(limit, max(4096, quotedLimit / 2)) }
            beginSkipping(.malformed("has a quotation mark that is not closed"), bytes, start)
        case .tooLarge: beginSkipping(.tooLarge(limit: limit), bytes, start)
        case .more: return false
        }
        return true
    }

    private mutating func beginSkipping(
        _ reason: RejectionReason, _ bytes: UnsafeRawBufferPointer, _ start: Int
    ) {
        skipped = RejectedRecord(reason: reason, place: place(bytes, start..<start), preamble: preamble)
    }

    // Up to the next line. False when more bytes are needed.
    private mutating func skip(
        _ bytes: UnsafeRawBufferPointer, from position: inout Int, isLast: Bool,
        emit: (ParsedRecord) throws -> Void
    ) rethrows -> Bool {
        let end = bytes[position...].firstIndex { $0 == 0x0A || $0 == 0x0D }
        position = end ?? bytes.count
        guard let end, end + 1 < bytes.count || isLast else {
            if isLast { try emitSkipped(end: position, emit: emit) }
            return false
        }
        position = end + 1
        if bytes[end] == 0x0D, position < bytes.count, bytes[position] == 0x0A { position += 1 }
        try emitSkipped(end: position, emit: emit)
        return true
    }

    private mutating func emitSkipped(end: Int, emit: (ParsedRecord) throws -> Void) rethrows {
        guard var record = skipped else { return }
        skipped = nil
        record.place.byteCount = lines.offset + end - record.place.byteOffset
        try emit(.rejected(record))
    }

    private mutating func rejected(
        _ reason: RejectionReason, _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>
    ) -> ParsedRecord {
        let isHeader = lines.offset + range.lowerBound == 0
        return .rejected(
            RejectedRecord(reason: reason, place: place(bytes, range), preamble: isHeader ? "" : preamble))
    }

    private mutating func place(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> RecordPlace {
        lines.count(bytes, upTo: range.lowerBound)
        return RecordPlace(
            line: lines.line(at: range.lowerBound, in: bytes), byteOffset: lines.offset + range.lowerBound,
            byteCount: range.count)
    }

    private mutating func record(
        _ table: TableHeader, _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>
    ) -> ParsedRecord {
        if let problem = problem(table, bytes, range) { return rejected(problem, bytes, range) }
        var draft = FieldDraft()
        for (field, column) in zip(row.fields, table.columns) where !field.range.isEmpty {
            if let column { draft.add(.text(field.text(in: bytes)), column) }
        }
        return draft.record(place(bytes, range), preamble: preamble)
    }

    private mutating func problem(
        _ table: TableHeader, _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>
    ) -> RejectionReason? {
        guard range.count <= limit else { return .tooLarge(limit: limit) }
        guard table.hasText else {
            return .malformed("stands under a header row without a headline or a text")
        }
        if row.fields.dropFirst(table.columns.count).contains(where: { !$0.range.isEmpty }) {
            return .malformed("has \(row.fields.count) fields and the header has \(table.columns.count)")
        }
        guard let invalid = UTF8Check.firstInvalidByte(UnsafeRawBufferPointer(rebasing: bytes[range])) else {
            return nil
        }
        let start = place(bytes, range)
        let line = start.line + LineCount.lineFeeds(bytes[range.lowerBound..<(range.lowerBound + invalid)])
        return .notUTF8(byteOffset: start.byteOffset + invalid, line: line)
    }
}
