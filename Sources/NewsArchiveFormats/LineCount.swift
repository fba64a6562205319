/// Counts the lines of a dump of which a window is seen at a time.
struct LineCount {
    /// Bytes of the dump before the window.
    private(set) var offset = 0
    private var line = 1
    // Up to where in the window the lines are counted.
    private var position = 0

    /// Counts on to a position in the window.
    mutating func count(_ bytes: UnsafeRawBufferPointer, upTo end: Int) {
        guard end > position else { return }
        line += Self.lineFeeds(bytes[position..<end])
        position = end
    }

    /// The line that a position in the window stands on.
    func line(at place: Int, in bytes: UnsafeRawBufferPointer) -> Int {
        guard place >= position else { return line - Self.lineFeeds(bytes[place..<position]) }
        return line + Self.lineFeeds(bytes[position..<min(place, bytes.count)])
    }

    /// Goes on to a window that starts so many bytes later. They have been counted.
    mutating func shift(by count: Int) {
        offset += count
        position -= count
    }

    /// How many line feeds there are among bytes.
    static func lineFeeds(_ bytes: Slice<UnsafeRawBufferPointer>) -> Int {
        UnsafeRawBufferPointer(rebasing: bytes).reduce(into: 0) { count, byte in
            count &+= byte == 0x0A ? 1 : 0
        }
    }
}
