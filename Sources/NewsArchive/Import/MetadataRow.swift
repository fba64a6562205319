/// What a source says of an article beside its wording, as the table metadata holds it.
struct MetadataRow {
    let source: Int64?
    /// The columns guid, url, author, language, categories, enclosures and summary.
    let texts: [String?]
    /// The hashes by which the article is found again; the rows of one article and source have each once.
    var guidKey: Int64?
    var linkKey: Int64?

    /// nil where a record says nothing.
    init?(_ record: PreparedArticle, keys: RecordKeys, source: Int64?) {
        let metadata = record.article.metadata
        guard !metadata.isEmpty else { return nil }
        self.init(metadata, source: source, guidKey: keys.guid?.hash, linkKey: keys.link?.hash)
    }

    init(_ metadata: ArticleMetadata, source: Int64?, guidKey: Int64?, linkKey: Int64?) {
        self.source = source
        texts = [
            metadata.guid, metadata.url, metadata.author, metadata.language,
            metadata.categories.isEmpty ? nil : JSONArray.text(metadata.categories.map(JSONArray.quoted)),
            metadata.enclosures.isEmpty ? nil : JSONArray.text(metadata.enclosures.map(\.json)),
            metadata.summary.isEmpty ? nil : metadata.summary.string,
        ]
        self.guidKey = guidKey
        self.linkKey = linkKey
    }

    init(source: Int64?, texts: [String?], guidKey: Int64?, linkKey: Int64?) {
        self.source = source
        self.texts = texts
        self.guidKey = guidKey
        self.linkKey = linkKey
    }

    var guid: String? { texts[0] }
    var url: String? { texts[1] }

    /// Whether both say the same: to the byte, as all that an archive keeps.
    func saysSame(as other: MetadataRow) -> Bool {
        source == other.source
            && zip(texts, other.texts).allSatisfy { mine, theirs in
                mine.map { Array($0.utf8) } == theirs.map { Array($0.utf8) }
            }
    }
}

/// Arrays as JSON writes them (RFC 8259), so that SQLite's json_each reads them.
enum JSONArray {
    static func text(_ items: [String]) -> String { "[\(items.joined(separator: ","))]" }

    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension ArticleMetadata.Enclosure {
    fileprivate var json: String {
        var members = ["\"url\":\(JSONArray.quoted(url))"]
        if let type { members.append("\"type\":\(JSONArray.quoted(type))") }
        if let length { members.append("\"length\":\(length)") }
        return "{\(members.joined(separator: ","))}"
    }
}
