import NewsArchive

/// What `import --explain --json` prints for a dump.
struct InspectionJSON: Encodable {
    private let inspection: DumpInspection
    private let options: ImportOptions

    init(_ inspection: DumpInspection, _ options: ImportOptions) {
        self.inspection = inspection
        self.options = options
    }

    private enum Key: String, CodingKey {
        case dump, format, encoding, encodingReason = "encoding_reason", packing, source, taken, fields,
            records
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(inspection.dump, forKey: .dump)
        try object.encode(inspection.format.rawValue, forKey: .format)
        try object.encode(inspection.encoding.name, forKey: .encoding)
        try object.encode(inspection.encodingReason, forKey: .encodingReason)
        try object.encode(inspection.packing.rawValue, forKey: .packing)
        try object.encode(inspection.source, forKey: .source)
        try object.encode(inspection.taken?.description, forKey: .taken)
        let fields = inspection.fields.map { ($0.name, $0.field?.rawValue) }
        try object.encode(Dictionary(fields) { first, _ in first }, forKey: .fields)
        let records = inspection.records.map { record in
            ParsedRecordJSON(inspection, record, options)
        }
        try object.encode(records, forKey: .records)
    }
}

/// A record that no archive has yet.
private struct ParsedRecordJSON: Encodable {
    let inspection: DumpInspection
    let record: ParsedRecord
    let options: ImportOptions

    init(_ inspection: DumpInspection, _ record: ParsedRecord, _ options: ImportOptions) {
        self.inspection = inspection
        self.record = record
        self.options = options
    }

    private enum Key: String, CodingKey {
        case headline, body, published, origin, views, source, url, guid, author, language, categories,
            rejected, line
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        switch record {
        case .rejected(let rejected):
            try object.encode("\(rejected.reason)", forKey: .rejected)
            try object.encode(rejected.place.line, forKey: .line)
        case .article(let article):
            let article = inspection.dated(article)
            try object.encode(article.headline, forKey: .headline)
            try object.encode(article.body.string, forKey: .body)
            try object.encode(article.publicationTime(options.localTime)?.description, forKey: .published)
            try object.encode(article.origin.rawValue, forKey: .origin)
            try object.encode(article.views, forKey: .views)
            try object.encode(inspection.source ?? article.source, forKey: .source)
            try object.encode(article.metadata.url, forKey: .url)
            try object.encode(article.metadata.guid, forKey: .guid)
            try object.encode(article.metadata.author, forKey: .author)
            try object.encode(article.metadata.language, forKey: .language)
            try object.encode(article.metadata.categories, forKey: .categories)
            try object.encode(article.place.line, forKey: .line)
        }
    }
}
