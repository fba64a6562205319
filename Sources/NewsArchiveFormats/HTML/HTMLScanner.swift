/// Reads HTML without building anything: tags, comments and character references of the plain kind.
///
/// What is not plain it leaves to a parser, or, where there is none, reads as leniently as browsers do.
struct HTMLScanner {
    let text: UnsafePointer<UInt8>
    let count: Int
    let isLenient: Bool
    let elements = HTMLElements.all
    private let plain = PlainBytes.all.table
    var index = 0
    var writer: LineWriter
    var preformatted = 0
    // Where the mark is that ends a CDATA section; the text's end where none is open.
    var sectionEnd: Int
    // What was not found from some place on is not there further on: time would grow with the square.
    var missing: Set<UInt64> = []

    /// The text of a piece of HTML; nil when it is not plain, and `isLenient` is false.
    static func text(of html: UnsafeRawBufferPointer, isLenient: Bool) -> [UInt8]? {
        // An array of no capacity is the one empty array of all threads, and its count would be written.
        guard !html.isEmpty, let start = html.baseAddress?.assumingMemoryBound(to: UInt8.self) else {
            return []
        }
        var isRead = true
        let text = [UInt8](unsafeUninitializedCapacity: html.count) { output, count in
            guard let output = output.baseAddress else { return }
            var scanner = HTMLScanner(start, html.count, LineWriter(output), isLenient: isLenient)
            isRead = scanner.read()
            scanner.writer.finish()
            count = scanner.writer.count
        }
        return isRead ? text : nil
    }

    private init(_ text: UnsafePointer<UInt8>, _ count: Int, _ writer: LineWriter, isLenient: Bool) {
        self.text = text
        self.count = count
        sectionEnd = count
        self.writer = writer
        self.isLenient = isLenient
    }

    private mutating func read() -> Bool {
        while index < count {
            index += writer.putRun(text + index, left: sectionEnd - index, plain)
            guard index < sectionEnd else {
                index = max(index, min(sectionEnd + 3, count))
                sectionEnd = count
                continue
            }
            let byte = text[index]
            if byte == UInt8(ascii: "<") {
                guard readMarkup() else { return false }
            } else if byte == UInt8(ascii: "&") {
                readReference()
            } else if byte >= 0x80 {
                index += writer.putWide(text + index, left: count - index)
            } else {
                readControl(byte)
            }
        }
        return true
    }

    private mutating func readControl(_ byte: UInt8) {
        let isLineEnd = byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
        if preformatted > 0, isLineEnd { writer.breakLine() } else { writer.space() }
        index += 1
    }
}

extension HTMLScanner {
    /// The byte at a distance from the next one; 0 behind the end.
    func byte(_ offset: Int) -> UInt8 {
        index + offset < count ? text[index + offset] : 0
    }

    static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
    }
}
