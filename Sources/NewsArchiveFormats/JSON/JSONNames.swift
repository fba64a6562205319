/// Which members of a JSON document hold its records, and which say something about the feed.
struct JSONNames {
    private var hasRecords = false

    private static let ofRecords: Set<String> = [
        "items", "articles", "results", "entries", "posts", "news", "stories", "data", "docs", "documents",
        "records",
        "hits", "rows", "item", "entry", "article", "story", "list", "content", "objects", "elements",
        "value",
    ]

    // What has objects in it, but no articles.
    private static let ofOthers: Set<String> = [
        "authors", "author", "hubs", "tags", "categories", "links", "link", "namespaces", "facets",
        "facetcounts",
        "sources", "errors", "warnings", "images", "image", "meta", "metadata", "aggregations", "shards",
        "params",
    ]

    /// Whether an object under the name may hold the records: response.docs, hits.hits.
    func mayHoldRecords(_ name: String) -> Bool {
        !name.hasPrefix("_") && !Self.ofOthers.contains(FieldNames.folded(name))
    }

    /// Whether the objects of an array under the name are records.
    mutating func takesRecords(_ name: String, depth: Int) -> Bool {
        let folded = FieldNames.folded(name)
        let isTaken =
            Self.ofRecords.contains(folded)
            || !hasRecords && depth == 1 && !name.hasPrefix("_") && !Self.ofOthers.contains(folded)
        hasRecords = hasRecords || isTaken
        return isTaken
    }

    /// Whether an array of objects is named as arrays of records usually are.
    static func isOfRecords(_ name: String) -> Bool { ofRecords.contains(FieldNames.folded(name)) }

    /// Whether a text under the name says something about the feed.
    static func isOfHeader(_ name: String) -> Bool {
        switch FieldNames.folded(name) {
        case "title", "name", "homepageurl", "url", "link", "feedurl", "language", "lang", "date", "updated",
            "datemodified", "generated", "generatedat", "fetchedat", "crawledat", "lastbuilddate":
            true
        default: false
        }
    }

    /// Writes what a text says into a header; what came first stays.
    func tell(_ header: inout DumpHeader, _ name: String, _ text: String) {
        guard !text.isEmpty else { return }
        switch FieldNames.folded(name) {
        case "title", "name": header.title = header.title ?? text
        case "homepageurl": header.url = text
        case "url", "link": header.url = header.url ?? text
        case "language", "lang": header.language = header.language ?? text
        case "feedurl": break
        default: header.taken = header.taken ?? DateReader.read(text)
        }
    }
}
