import NewsArchiveSQLite

/// Chooses the passage of a body that shows best what was found in it.
///
/// That is the window of so many words with the most phrases of the query in it; of equal ones that with the most places
/// of them; then one that begins where a sentence does; then the earliest.
struct PassageFinder {
    /// A run of the body's words.
    private struct Window {
        var words: Range<Int>
        var phrases = 0
        var instances = 0
        var isSentence = false
        // Behind the last word of what is in it.
        var foundEnd = 0

        func isBetter(than other: Window) -> Bool {
            (phrases, instances, isSentence ? 1 : 0) > (
                other.phrases, other.instances, other.isSentence ? 1 : 0
            )
        }
    }

    private static let wordCount = 24

    private let body: BodyText
    private let instances: [TextPart.Instance]

    /// - Parameters:
    ///   - words: the bytes that all words of the body come from.
    ///   - instances: what was found in the body, in order.
    init(_ body: [UInt8], words: [Range<Int>], _ instances: [TextPart.Instance]) {
        self.body = BodyText(body, words: words)
        self.instances = instances
    }

    /// The best passage of a body, as a range of its bytes; its beginning where nothing was found in it.
    static func range(
        in body: [UInt8], words: [Range<Int>], showing instances: [TextPart.Instance]
    ) -> Range<Int> {
        let finder = PassageFinder(body, words: words, instances)
        guard let best = finder.best() else { return BodyText.beginning(of: body) }
        return finder.body.range(of: best)
    }

    private func best() -> Range<Int>? {
        var best: Window?
        var shown = [Int](repeating: -1, count: 1 + (instances.map(\.phrase).max() ?? 0))
        var first = 0
        for start in starts() {
            while first < instances.count, instances[first].positions.lowerBound < start.word { first += 1 }
            var window = Window(words: window(from: start.word), isSentence: start.isSentence)
            count(in: &window, from: first, &shown)
            if best.map(window.isBetter) ?? true { best = window }
        }
        return best.map(placed)
    }

    // Where a window is worth a look: at what was found, and at the beginnings of sentences not far before it.
    private func starts() -> [(word: Int, isSentence: Bool)] {
        var starts: [(word: Int, isSentence: Bool)] = []
        var next = 0
        for instance in instances where instance.positions.lowerBound >= next {
            let word = instance.positions.lowerBound
            for start in max(next, word - Self.wordCount + 1)..<word where body.isSentence(at: start) {
                starts.append((start, true))
            }
            starts.append((word, body.isSentence(at: word)))
            next = word + 1
        }
        return starts
    }

    private func window(from start: Int) -> Range<Int> {
        var end = min(start + Self.wordCount, body.wordCount)
        while end > start + 1, body.length(of: start..<end) > BodyText.longest { end -= 1 }
        return start..<max(start, end)
    }

    // `shown` has, for each phrase, the last window that it was counted in.
    private func count(in window: inout Window, from first: Int, _ shown: inout [Int]) {
        for instance in instances[first...] {
            let words = instance.positions
            guard words.lowerBound < window.words.upperBound else { return }
            // A phrase longer than a passage is shown where it begins.
            let end = min(words.upperBound, words.lowerBound + Self.wordCount)
            guard end <= window.words.upperBound else { continue }
            window.instances += 1
            window.foundEnd = max(window.foundEnd, end)
            if shown[instance.phrase] != window.words.lowerBound { window.phrases += 1 }
            shown[instance.phrase] = window.words.lowerBound
        }
    }

    // A window that does not begin a sentence has what was found in its middle.
    private func placed(_ window: Window) -> Range<Int> {
        let (words, found) = (window.words, window.foundEnd)
        guard !window.isSentence, found > words.lowerBound else { return words }
        let room = Self.wordCount - (found - words.lowerBound)
        var start = max(0, min(words.lowerBound - room / 2, body.wordCount - Self.wordCount))
        while start < words.lowerBound, self.window(from: start).upperBound < found { start += 1 }
        return self.window(from: start)
    }
}
