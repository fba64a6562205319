#if Feeds
    internal import CNewsArchiveXML

    /// Who a record says has written it.
    enum FeedAuthor {
        /// The names, each once; nil where there is none.
        ///
        /// - Parameter onlyPersons: Whether only an author's name element counts, as of a feed: the one that
        /// it
        ///   calls its `managingEditor` writes nothing.
        static func names(_ record: FeedRecord, onlyPersons: Bool = false) -> String? {
            for codes in [
                [NA_FEED_NAME], [NA_FEED_AUTHOR], [NA_FEED_CREATOR], [NA_FEED_ITUNES_AUTHOR], [NA_FEED_EMAIL],
            ] {
                if onlyPersons, codes != [NA_FEED_NAME] { break }
                var names: [String] = []
                for code in codes {
                    for field in record.fields(code) {
                        let name = name(in: String(decoding: FeedText.line(of: field.bytes), as: UTF8.self))
                        if !name.isEmpty, !names.contains(name) { names.append(name) }
                    }
                }
                if !names.isEmpty { return names.joined(separator: ", ") }
            }
            return nil
        }

        /// `mail (Name)` and `Name <mail>` are the name.
        static func name(in text: String) -> String {
            if text.hasSuffix(")"), let open = text.firstIndex(of: "("), text[..<open].contains("@") {
                let name = trimmed(text[text.index(after: open)...].dropLast())
                if !name.isEmpty { return name }
            }
            if text.hasSuffix(">"), let open = text.firstIndex(of: "<") {
                let name = trimmed(text[..<open])
                if !name.isEmpty { return name }
            }
            return trimmed(text[...])
        }

        private static func trimmed(_ text: Substring) -> String {
            var rest = text
            while rest.first == " " { rest = rest.dropFirst() }
            while rest.last == " " { rest = rest.dropLast() }
            return String(rest)
        }
    }
#endif
