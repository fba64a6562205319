/// What the elements of HTML mean for the text that a reader sees.
struct HTMLElements: Sendable {
    enum Kind: UInt8, Sendable {
        /// Not known, or one that the plain reading leaves to the parser.
        case other
        /// Text goes on before and after it.
        case inline
        /// A line ends before and after it.
        case block
        /// A cell of a table: a space parts it from the next.
        case cell
        /// Nobody sees its content.
        case dropped
        /// Its line ends are kept.
        case preformatted
    }

    static let all = HTMLElements()

    // Open addressing over 512 places, kept for as long as the program runs: a dictionary's hash costs as
    // much as reading a whole tag.
    nonisolated(unsafe) private let keys: UnsafePointer<UInt64>
    nonisolated(unsafe) private let kinds: UnsafePointer<Kind>

    private init() {
        let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: 512)
        let kinds = UnsafeMutablePointer<Kind>.allocate(capacity: 512)
        keys.initialize(repeating: 0, count: 512)
        kinds.initialize(repeating: .other, count: 512)
        for (key, kind) in Self.known {
            var place = Self.place(of: key)
            while keys[place] != 0 { place = (place + 1) & 511 }
            keys[place] = key
            kinds[place] = kind
        }
        self.keys = UnsafePointer(keys)
        self.kinds = UnsafePointer(kinds)
    }

    private static var known: [(UInt64, Kind)] {
        let names: [(Kind, String)] = [
            (
                .inline,
                """
                a abbr acronym b bdi bdo big button cite code data del dfn em font i img ins kbd label mark nobr q
                rp rt ruby s samp small span strike strong sub sup time tt u var wbr picture source video audio
                object embed param map area input textarea select meter progress output slot
                col colgroup link meta base applet blink marquee param track keygen frame frameset
                """
            ),
            (
                .block,
                """
                address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset
                figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol
                option p section summary table tbody tfoot thead tr ul
                """
            ),
            (.cell, "td th"),
            (.preformatted, "pre"),
            (.dropped, "script style head title template iframe noscript noframes noembed svg"),
        ]
        return names.flatMap { kind, list in
            list.split { $0 == " " || $0 == "\n" }.map { (HTMLName.key($0.utf8), kind) }
        }
    }

    /// What an element with this key of ``HTMLName`` means.
    func kind(_ key: UInt64) -> Kind {
        var place = Self.place(of: key)
        while keys[place] != 0 {
            if keys[place] == key { return kinds[place] }
            place = (place + 1) & 511
        }
        return .other
    }

    private static func place(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 55)
    }
}
