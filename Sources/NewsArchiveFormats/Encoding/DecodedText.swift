/// The text that a decoder has made and not handed over yet, and where in it bytes could not be decoded.
struct DecodedText: ~Copyable {
    /// What stands for bytes that could not be decoded: a byte that is never part of UTF-8.
    static let damage: UInt8 = 0xFF
    /// Pieces of text are no longer than this.
    static let capacity = 1 << 16

    private let buffer: UnsafeMutableRawBufferPointer
    private var count = 0
    private var handedOver = 0
    var damages = DecodingDamages()

    init() {
        buffer = .allocate(byteCount: Self.capacity, alignment: 16)
    }

    deinit { buffer.deallocate() }

    /// Where the next text goes.
    var room: UnsafeMutableRawBufferPointer { UnsafeMutableRawBufferPointer(rebasing: buffer[count...]) }

    /// Takes note that so many bytes of the room have been filled.
    mutating func fill(_ written: Int) { count += written }

    /// Puts the mark of damage in the place of a unit of raw bytes. False when there is no room for it.
    mutating func damage(rawOffset: Int, width: Int) -> Bool {
        guard count < buffer.count else { return false }
        damages.add(textOffset: handedOver + count, rawOffset: rawOffset, width: width)
        buffer[count] = Self.damage
        count += 1
        return true
    }

    /// What is there, to be handed over before more is made; its bytes stay until then.
    mutating func take() -> UnsafeRawBufferPointer {
        defer {
            handedOver += count
            count = 0
        }
        return UnsafeRawBufferPointer(rebasing: buffer[..<count])
    }
}
