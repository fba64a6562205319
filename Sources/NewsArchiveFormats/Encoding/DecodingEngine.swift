/// How the bytes of an encoding become UTF-8.
enum DecodingEngine {
    /// They are UTF-8.
    case utf8
    /// A byte is a character.
    case singleByte(SingleByteTable)
    /// Two bytes are a unit, or four are.
    case wide(WideUnits)
    /// Anything else.
    case iconv(IconvConverter)

    /// How far one step of the decoding went.
    struct Step {
        /// How many bytes it read.
        var read: Int
        /// Whether the bytes that remain begin a character and do not end it; else they wait for room, if there are any.
        var isIncomplete = false
    }

    /// The engine of an encoding; nil when the C library does not know it.
    init?(_ encoding: TextEncoding) {
        if encoding == .utf8 {
            self = .utf8
        } else if let units = WideUnits(encoding) {
            self = .wide(units)
        } else if let table = SingleByteTable(encoding) {
            self = .singleByte(table)
        } else if let converter = IconvConverter(from: encoding.iconvName) {
            self = .iconv(converter)
        } else {
            return nil
        }
    }

    /// Decodes what there is room for of bytes of which the first has the given offset.
    func decode(_ bytes: UnsafeRawBufferPointer, rawOffset: Int, into text: inout DecodedText) -> Step {
        switch self {
        case .utf8:
            let count = min(bytes.count, text.room.count)
            text.room.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
            text.fill(count)
            return Step(read: count)
        case .singleByte(let table): return table.decode(bytes, rawOffset: rawOffset, into: &text)
        case .wide(let units): return units.decode(bytes, rawOffset: rawOffset, into: &text)
        case .iconv(let converter): return converter.decode(bytes, rawOffset: rawOffset, into: &text)
        }
    }

    /// Writes what was held back because more might have followed.
    func finish(into text: inout DecodedText) {
        guard case .iconv(let converter) = self else { return }
        var room = text.room
        let count = room.count
        // False only when the room is too small, which an empty buffer is not.
        _ = converter.reset(to: &room)
        text.fill(count - room.count)
    }
}

extension IconvConverter {
    func decode(_ bytes: UnsafeRawBufferPointer, rawOffset: Int, into text: inout DecodedText)
        -> DecodingEngine.Step
    {
        var rest = bytes
        while !rest.isEmpty {
            var room = text.room
            let count = room.count
            let stop = convert(&rest, to: &room)
            text.fill(count - room.count)
            let read = bytes.count - rest.count
            switch stop {
            case .end, .full: return DecodingEngine.Step(read: read)
            case .incomplete: return DecodingEngine.Step(read: read, isIncomplete: true)
            case .undecodable:
                guard text.damage(rawOffset: rawOffset + read, width: 1) else {
                    return DecodingEngine.Step(read: read)
                }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst())
            }
        }
        return DecodingEngine.Step(read: bytes.count)
    }
}
