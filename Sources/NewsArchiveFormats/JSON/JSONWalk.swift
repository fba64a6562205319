/// The way of a parser through JSON, window by window.
///
/// A window is what has not been read to its end; positions count from its start.
struct JSONWalk {
    /// What stands around the next value.
    enum Frame {
        /// An object beside or around the records.
        case object
        /// The array that holds them.
        case records
    }

    /// What comes next.
    enum Step {
        case item, colon, value
        case scanning(JSONItem)
        case lost(JSONLoss)
    }

    let isLines: Bool
    let limit: Int
    private(set) var header = DumpHeader()
    var keys: FieldKeys
    var frames: [Frame] = []
    var step = Step.item
    var scan = JSONScan()
    /// The next byte to look at.
    var position = 0
    /// The first name in the last record that could be read.
    var firstName: [UInt8]?
    private var names = JSONNames()
    private var name = ""
    private(set) var lines = LineCount()

    init(isLines: Bool, fieldNames: FieldNames, limit: Int) {
        self.isLines = isLines
        self.limit = limit
        keys = FieldKeys(fieldNames)
    }

    /// Reads a window as far as it goes. How many of its bytes need not be shown again.
    mutating func walk(
        _ bytes: UnsafeRawBufferPointer, isLast: Bool, emit: (ParsedRecord) throws -> Void
    ) rethrows -> Int {
        while try advance(bytes, isLast: isLast, emit: emit) {}
        let read = min(firstNeeded(bytes), bytes.count)
        lines.count(bytes, upTo: read)
        lines.shift(by: read)
        position -= read
        if case .scanning(var item) = step {
            item.start -= read
            step = .scanning(item)
        }
        if case .lost(var loss) = step {
            loss.shift(by: read)
            step = .lost(loss)
        }
        return read
    }

    private func firstNeeded(_ bytes: UnsafeRawBufferPointer) -> Int {
        switch step {
        case .item, .colon, .value: position
        case .scanning(let item): max(0, item.isDropped ? position - JSONLoss.lookBehind : item.start)
        case .lost(let loss): max(0, loss.position - JSONLoss.lookBehind)
        }
    }

    // False when more bytes are needed.
    private mutating func advance(
        _ bytes: UnsafeRawBufferPointer, isLast: Bool, emit: (ParsedRecord) throws -> Void
    ) rethrows -> Bool {
        switch step {
        case .scanning(let item): return try goOn(item, bytes, isLast: isLast, emit: emit)
        case .lost(let loss): return try search(loss, bytes, isLast: isLast, emit: emit)
        case .item, .colon, .value:
            JSONBytes.skipBlank(bytes, &position)
            guard position < bytes.count else { return false }
            return begin(bytes, isLast: isLast)
        }
    }

    mutating func place(at position: Int, in bytes: UnsafeRawBufferPointer) -> RecordPlace {
        lines.count(bytes, upTo: position)
        return RecordPlace(line: lines.line(at: position, in: bytes), byteOffset: lines.offset + position)
    }
}

// What begins at the next byte.
extension JSONWalk {
    private mutating func begin(_ bytes: UnsafeRawBufferPointer, isLast: Bool) -> Bool {
        let byte = bytes[position]
        // 0x1E stands before each text of a JSON text sequence (RFC 7464).
        if byte == UInt8(ascii: ",") || byte == 0x1E, case .item = step {
            position += 1
            return true
        }
        switch (step, frames.last) {
        case (.colon, _):
            guard byte == UInt8(ascii: ":") else { return lose("has a name without a colon", bytes) }
            position += 1
            step = .value
        case (.value, _): return beginValue(byte, bytes, isLast: isLast)
        case (_, .object):
            if byte == UInt8(ascii: "}") {
                close()
            } else if byte == UInt8(ascii: "\"") {
                start(.name, bytes)
            } else {
                return lose("is no name in quotation marks", bytes)
            }
        case (_, .records):
            if byte == UInt8(ascii: "]") {
                close()
            } else if byte == UInt8(ascii: "}") {
                return lose("has a closing bracket too many", bytes)
            } else {
                start(byte == UInt8(ascii: "{") ? .record : .other, bytes)
            }
        case (_, nil): beginText(byte, bytes)
        }
        return true
    }

    private mutating func beginText(_ byte: UInt8, _ bytes: UnsafeRawBufferPointer) {
        if isLines {
            start(byte == UInt8(ascii: "{") ? .record : .other, bytes)
        } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
            open(byte == UInt8(ascii: "{") ? .object : .records)
        } else {
            start(.other, bytes)
        }
    }

    private mutating func beginValue(_ byte: UInt8, _ bytes: UnsafeRawBufferPointer, isLast: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "{") where names.mayHoldRecords(name) && frames.count < 8: open(.object)
        case UInt8(ascii: "["):
            var next = position + 1
            JSONBytes.skipBlank(bytes, &next)
            if next == bytes.count, !isLast { return false }
            if next < bytes.count, bytes[next] == UInt8(ascii: "{"),
                names.takesRecords(name, depth: frames.count)
            {
                open(.records)
            } else {
                start(.skipped, bytes)
            }
        case UInt8(ascii: "\"") where frames.count <= 2 && JSONNames.isOfHeader(name): start(.header, bytes)
        default: start(.skipped, bytes)
        }
        return true
    }

    private mutating func open(_ frame: Frame) {
        frames.append(frame)
        position += 1
        step = .item
    }

    private mutating func close() {
        frames.removeLast()
        position += 1
        step = .item
    }

    private mutating func start(_ kind: JSONItem.Kind, _ bytes: UnsafeRawBufferPointer) {
        scan.reset()
        step = .scanning(JSONItem(kind: kind, start: position, place: place(at: position, in: bytes)))
    }

    private mutating func lose(_ problem: String, _ bytes: UnsafeRawBufferPointer) -> Bool {
        let item = JSONItem(kind: .other, start: position, place: place(at: position, in: bytes))
        scan.reset()
        lose(item, problem: problem, bytes)
        return true
    }
}

// A value to its end.
extension JSONWalk {
    private mutating func goOn(
        _ item: JSONItem, _ bytes: UnsafeRawBufferPointer, isLast: Bool,
        emit: (ParsedRecord) throws -> Void
    ) rethrows -> Bool {
        var outcome = scan.scan(bytes, from: &position)
        if outcome == .more, isLast { outcome = scan.finish() }
        switch outcome {
        case .more:
            if !item.isDropped, position - item.start > item.limit(ofRecords: limit) {
                var dropped = item
                dropped.isDropped = true
                step = .scanning(dropped)
            }
            return false
        case .complete: try end(item, bytes, emit: emit)
        case .broken(let problem): lose(item, problem: problem, bytes)
        case .tooDeep:
            lose(item, reason: .tooDeep(limit: JSONScan.maximumDepth), bytes)
        }
        return true
    }

    private mutating func end(
        _ item: JSONItem, _ bytes: UnsafeRawBufferPointer, emit: (ParsedRecord) throws -> Void
    ) rethrows {
        step = .item
        let isTooLarge = item.isDropped || position - item.start > item.limit(ofRecords: limit)
        let value = isTooLarge ? nil : UnsafeRawBufferPointer(rebasing: bytes[item.start..<position])
        switch item.kind {
        case .skipped: break
        case .name:
            name = value.map(Self.text) ?? ""
            step = .colon
        case .header: value.map { names.tell(&header, name, Self.text($0)) }
        case .record, .other:
            var place = item.place
            place.byteCount = lines.offset + position - place.byteOffset
            try emit(record(item.kind, value, place))
        }
    }

    private static func text(_ value: UnsafeRawBufferPointer) -> String {
        var reader = JSONReader(value)
        return reader.value().string ?? ""
    }

    private mutating func record(
        _ kind: JSONItem.Kind, _ value: UnsafeRawBufferPointer?, _ place: RecordPlace
    ) -> ParsedRecord {
        guard let value else {
            return .rejected(RejectedRecord(reason: .tooLarge(limit: limit), place: place))
        }
        guard kind == .record else {
            return .rejected(RejectedRecord(reason: .malformed("is no JSON object"), place: place))
        }
        if let invalid = UTF8Check.firstInvalidByte(value) {
            let line = place.line + LineCount.lineFeeds(value[..<invalid])
            let reason = RejectionReason.notUTF8(byteOffset: place.byteOffset + invalid, line: line)
            return .rejected(RejectedRecord(reason: reason, place: place))
        }
        if firstName == nil { firstName = JSONLoss.firstName(of: value) }
        return JSONRecord.read(value, place, &keys)
    }
}
