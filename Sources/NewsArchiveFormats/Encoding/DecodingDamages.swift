/// Where bytes could not be decoded: in the text, and in the bytes that it was decoded from.
struct DecodingDamages {
    /// A run of such bytes, each of which became one byte of text.
    private struct Run {
        let textOffset: Int
        let rawOffset: Int
        var count: Int
        /// How many raw bytes each of them stands for.
        let width: Int
    }

    /// How many runs are remembered.
    static let limit = 4096

    private var runs: [Run] = []

    /// Remembers one, unless as many as are remembered have not been forgotten yet.
    mutating func add(textOffset: Int, rawOffset: Int, width: Int) {
        if let last = runs.last, last.width == width, last.textOffset + last.count == textOffset,
            last.rawOffset + last.count * width == rawOffset
        {
            runs[runs.count - 1].count += 1
        } else if runs.count < Self.limit {
            runs.append(Run(textOffset: textOffset, rawOffset: rawOffset, count: 1, width: width))
        }
    }

    /// Where the byte of text came from.
    func rawOffset(ofTextOffset offset: Int) -> Int? {
        let next = runs.firstIndex { $0.textOffset > offset } ?? runs.count
        guard next > 0 else { return nil }
        let run = runs[next - 1]
        guard offset - run.textOffset < run.count else { return nil }
        return run.rawOffset + (offset - run.textOffset) * run.width
    }

    /// Forgets those that end before a place in the text.
    mutating func forget(before offset: Int) {
        let first = runs.firstIndex { $0.textOffset + $0.count > offset } ?? runs.count
        if first > 0 { runs.removeFirst(first) }
    }
}
