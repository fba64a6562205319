/// Tells feeds from other text, also in a build that cannot read them.
enum FeedRecognition {
    /// The format of a feed by its first element; nil for other XML, for HTML, and for what is no markup.
    ///
    /// What stands before the first element does not matter, unless it is a listing's or a table's text.
    static func format(of start: UnsafeRawBufferPointer) -> DumpFormat? {
        var rest = start[...]
        // Text before the first tag: some servers print a warning there.
        var tags = 0
        while let open = rest.firstIndex(of: UInt8(ascii: "<")), tags < 64 {
            rest = rest[open...]
            if let end = endOfOther(rest) {
                rest = rest[end...]
                continue
            }
            let name = name(after: rest.dropFirst())
            if let format = format(of: name, in: rest) { return format }
            // A page, or another vocabulary: a feed within it is not meant.
            guard !isDocument(name) else { return nil }
            tags += 1
            rest = rest.dropFirst()
        }
        return nil
    }

    /// What is said of a feed: its format, or that this build has no parser for it.
    static func detection(of format: DumpFormat) -> DumpFormat.Detection {
        makeParser() == nil
            ? .unknown("it is an XML feed, and this build has no trait Feeds") : .format(format)
    }

    /// A parser for any feed; nil in a build without the trait Feeds.
    static func makeParser() -> (any DumpParser)? {
        #if Feeds
            return FeedParser()
        #else
            return nil
        #endif
    }

    // Where a declaration, an instruction or a comment ends; nil for a tag.
    private static func endOfOther(_ rest: Slice<UnsafeRawBufferPointer>) -> Int? {
        let second = rest.dropFirst().first
        guard second == UInt8(ascii: "!") || second == UInt8(ascii: "?") else { return nil }
        let end = Array((rest.starts(with: Array("<!--".utf8)) ? "-->" : ">").utf8)
        var index = rest.startIndex
        // An internal subset has declarations of its own within; their ends do no harm.
        while index < rest.endIndex {
            if rest[index] == end[0], rest[index...].starts(with: end) { return index + end.count }
            index += 1
        }
        return rest.endIndex
    }

    private static func name(after open: Slice<UnsafeRawBufferPointer>) -> String {
        let name = open.prefix(40).prefix {
            !$0.isBlank && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
        }
        return String(decoding: name, as: UTF8.self).lowercased()
    }

    private static func format(of name: String, in rest: Slice<UnsafeRawBufferPointer>) -> DumpFormat? {
        let local = name.split(separator: ":").last ?? ""
        switch local {
        case "rss", "channel": return .rss
        case "rdf": return .rdf
        case "feed": return .atom
        // A rejected record may stand alone.
        case "item": return .rss
        case "entry": return .atom
        default: return nil
        }
    }

    // The first element of XML says what it is; only text that is no XML may have a tag by chance.
    private static func isDocument(_ name: String) -> Bool {
        guard let first = name.utf8.first else { return false }
        return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) && !["br", "b", "p"].contains(name)
    }
}
