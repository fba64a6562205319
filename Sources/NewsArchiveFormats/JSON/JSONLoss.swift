/// A search for the next record after a damage.
struct JSONLoss {
    let reason: RejectionReason
    /// The first byte that is not read as a record, in the dump.
    let place: RecordPlace
    /// The first name of the damaged record, or of the last one that could be read: records of a kind begin alike.
    let firstName: [UInt8]?
    /// Whether the damage is in a value beside the records.
    let isBeside: Bool
    /// The next byte to look at.
    var position: Int
    /// Where the damage was found. From there on brackets are counted.
    private var damage: Int
    private var depth: Int
    private var isInString: Bool
    private var isEscaped = false

    /// A name longer than this is not compared.
    static let longestName = 64
    /// How many bytes before and after a bracket are looked at, and kept in the window for that.
    static let lookBehind = 128
    // So that nothing depends on how a dump is cut into pieces, fewer blanks than that.
    fileprivate static let mostBlanks = 48

    init(
        reason: RejectionReason, place: RecordPlace, firstName: [UInt8]?, isBeside: Bool, position: Int,
        damage: Int,
        scan: JSONScan
    ) {
        self.reason = reason
        self.place = place
        self.firstName = firstName
        self.isBeside = isBeside
        self.position = position
        self.damage = damage
        depth = scan.depth
        isInString = scan.isInString
    }

    mutating func shift(by count: Int) {
        position -= count
        damage -= count
    }

    /// Where the reading can go on, and whether a record begins there; nil when that is not in the window.
    mutating func search(
        _ bytes: UnsafeRawBufferPointer, isLines: Bool, isLast: Bool
    ) -> (position: Int, isRecord: Bool)? {
        let end = isLast ? bytes.count : bytes.count - Self.lookBehind
        while position < end {
            let byte = bytes[position]
            if byte == UInt8(ascii: "{"), isRecord(at: position, in: bytes, isLines: isLines) {
                return (position, true)
            }
            if position >= damage, closes(byte), isEnd(position + 1, bytes, isLines: isLines) {
                return (position + 1, false)
            }
            position += 1
        }
        return nil
    }

    // Whether the damaged record's last bracket is closed by the byte.
    private mutating func closes(_ byte: UInt8) -> Bool {
        guard depth > 0 else { return false }
        if isInString {
            if isEscaped {
                isEscaped = false
            } else if byte == UInt8(ascii: "\\") {
                isEscaped = true
            } else if byte == UInt8(ascii: "\"") {
                isInString = false
            }
            return false
        }
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
        default: break
        }
        return depth == 0
    }

    // What may follow a record; where something else does, the brackets were counted wrong.
    private func isEnd(_ position: Int, _ bytes: UnsafeRawBufferPointer, isLines: Bool) -> Bool {
        var next = position
        while next < bytes.count, next < position + Self.mostBlanks, bytes[next].isBlank { next += 1 }
        guard next < bytes.count, !bytes[next].isBlank else { return true }
        if isLines { return bytes[next] == UInt8(ascii: "{") }
        return bytes[next] == UInt8(ascii: ",") || bytes[next] == UInt8(ascii: isBeside ? "}" : "]")
    }

    private func isRecord(at position: Int, in bytes: UnsafeRawBufferPointer, isLines: Bool) -> Bool {
        var before = position
        var isLineStart = before == 0
        while before > max(0, position - Self.mostBlanks),
            bytes[before - 1].isBlank || bytes[before - 1] == 0x1E
        {
            before -= 1
            isLineStart = isLineStart || bytes[before] == 0x0A || bytes[before] == 0x0D
        }
        let rest = UnsafeRawBufferPointer(rebasing: bytes[position...])
        guard let name = Self.firstName(of: rest) else { return false }
        // Not indented, unless it begins as the record did: objects within a record are.
        if isLines, isLineStart, before == 0 || !isIndented(position, in: bytes) { return true }
        guard let firstName, name == firstName else { return false }
        return isLineStart
            || before > 0
                && (bytes[before - 1] == UInt8(ascii: ",") || bytes[before - 1] == UInt8(ascii: "}"))
    }

    private func isIndented(_ position: Int, in bytes: UnsafeRawBufferPointer) -> Bool {
        position > 0 && (bytes[position - 1] == 0x20 || bytes[position - 1] == 0x09)
    }

    /// The first name of an object; nil where it has none, or a long one.
    static func firstName(of object: UnsafeRawBufferPointer) -> [UInt8]? {
        guard object.first == UInt8(ascii: "{") else { return nil }
        var start = 1
        while start < min(object.count, mostBlanks), object[start].isBlank { start += 1 }
        guard start < object.count, object[start] == UInt8(ascii: "\"") else { return nil }
        let rest = object[(start + 1)...].prefix(longestName)
        guard let end = rest.firstIndex(of: UInt8(ascii: "\"")) else { return nil }
        return Array(rest[..<end])
    }
}

extension JSONWalk {
    /// Begins the search for the next record: `problem` is what is wrong at the position.
    mutating func lose(_ item: JSONItem, problem: String, _ bytes: UnsafeRawBufferPointer) {
        let damage = place(at: position, in: bytes)
        let reason = RejectionReason.malformed(
            "\(problem), at offset \(damage.byteOffset) (line \(damage.line))")
        lose(item, reason: reason, bytes)
    }

    mutating func lose(_ item: JSONItem, reason: RejectionReason, _ bytes: UnsafeRawBufferPointer) {
        // By its size, and not by whether its bytes happen to be in the window.
        let isThere = !item.isDropped && position - item.start <= item.limit(ofRecords: limit)
        var from = isThere ? item.start + 1 : position
        // Too many brackets are no sign that the record's end was missed: what is in it is not looked at again.
        if case .tooDeep = reason { from = position }
        let own =
            isThere ? JSONLoss.firstName(of: UnsafeRawBufferPointer(rebasing: bytes[item.start...])) : nil
        step = .lost(
            JSONLoss(
                reason: reason, place: item.place,
                firstName: item.kind == .record ? own ?? firstName : firstName,
                isBeside: item.kind != .record && item.kind != .other, position: from, damage: position,
                scan: scan))
    }

    /// Goes on with the search. False when more bytes are needed.
    mutating func search(
        _ loss: JSONLoss, _ bytes: UnsafeRawBufferPointer, isLast: Bool, emit: (ParsedRecord) throws -> Void
    ) rethrows -> Bool {
        var loss = loss
        let found = loss.search(bytes, isLines: isLines, isLast: isLast)
        step = .lost(loss)
        guard let end = found?.position ?? (isLast ? bytes.count : nil) else { return false }
        var last = end
        let first = max(0, end - JSONLoss.mostBlanks, loss.place.byteOffset - lines.offset)
        while last > first, bytes[last - 1].isBlank || bytes[last - 1] == UInt8(ascii: ",") { last -= 1 }
        var place = loss.place
        place.byteCount = max(1, self.place(at: last, in: bytes).byteOffset - place.byteOffset)
        step = .item
        position = end
        if !isLines, found?.isRecord == true, frames.last != .records { frames.append(.records) }
        try emit(.rejected(RejectedRecord(reason: loss.reason, place: place)))
        return true
    }
}
