/// Reads an article from its line in a lossless export.
struct ExportedArticleReader {
    private let json: JSONTree
    private let dumps: [Int64]
    private let source: (String?) throws -> Int64?

    /// - Parameters:
    ///   - dumps: The rows of the dumps, in the order of their lines.
    ///   - source: Gives the row of a source.
    init(_ json: JSONTree, dumps: [Int64], source: @escaping (String?) throws -> Int64?) {
        self.json = json
        self.dumps = dumps
        self.source = source
    }

    func dossier() throws -> Dossier {
        let present = try wording(json)
        let revisions = try json["revisions"]?.list.map(wording) ?? []
        let metadata = try json["metadata"]?.list.map(row) ?? []
        let state = ArticleState(
            wording: present, published: try published(), views: json["views"]?.integer,
            url: json["url"]?.text, source: try source(json["source"]?.text))
        let sightings = try (json["sightings"]?.list ?? []).map {
            try sighting($0, present, revisions, statements: metadata.count)
        }
        guard !sightings.isEmpty else { throw ExportLineError("it has no sighting") }
        return Dossier(
            id: json["id"]?.integer.map(ArticleID.init(rawValue:)), state: state, sightings: sightings,
            metadata: Dictionary(uniqueKeysWithValues: metadata.enumerated().map { (Int64($0), $1) }))
    }

    private func wording(_ json: JSONTree) throws -> Wording {
        guard let headline = json["headline"]?.text else { throw ExportLineError("it has no headline") }
        return Wording(
            headline: headline, body: ParsedText(json["body"]?.text ?? ""), credit: json["credit"]?.text)
    }

    private func published() throws -> PublicationTime? {
        guard let text = json["published"]?.text else { return nil }
        guard let time = PublicationTime(rfc3339: text),
            let origin = (json["origin"]?.text).flatMap(ParsedArticle.TimeOrigin.init(rawValue:)),
            origin != .unknown
        else { throw ExportLineError("its time or origin is none: \(text)") }
        return PublicationTime(
            secondsSince1970: time.secondsSince1970, precision: time.precision,
            minutesAheadOfUTC: time.minutesAheadOfUTC, origin: origin)
    }

    private func row(_ json: JSONTree) throws -> MetadataRow {
        let keys = Set(json["keys"]?.list.compactMap(\.text) ?? [])
        let metadata = ArticleMetadata(
            guid: json["guid"]?.text, url: json["url"]?.text, author: json["author"]?.text,
            language: json["language"]?.text, categories: json["categories"]?.list.compactMap(\.text) ?? [],
            enclosures: (json["enclosures"]?.list ?? []).compactMap(ArticleMetadata.Enclosure.init),
            summary: ParsedText(json["summary"]?.text ?? ""))
        let guid = keys.contains("guid") ? metadata.guid : nil
        let link = keys.contains("link") ? metadata.url.flatMap(CanonicalLink.init) : nil
        return MetadataRow(
            metadata, source: try source(json["source"]?.text), guidKey: guid.map(GuidKey.hash),
            linkKey: link?.hash)
    }

    private func sighting(
        _ json: JSONTree, _ present: Wording, _ revisions: [Wording], statements: Int
    ) throws -> DossierSighting {
        let revision = json["revision"]?.integer
        let metadata = json["metadata"]?.integer
        guard let dump = json["dump"]?.integer, dumps.indices.contains(Int(truncatingIfNeeded: dump)),
            let position = json["position"]?.integer, position >= 0,
            let rule = (json["rule"]?.text).flatMap(IdentityDecision.Rule.init(rawValue:)),
            revision.map({ revisions.indices.contains(Int(truncatingIfNeeded: $0)) }) ?? true,
            metadata.map({ (0..<Int64(statements)).contains($0) }) ?? true
        else {
            throw ExportLineError("a sighting names a dump, wording, statement or rule that is not there")
        }
        return DossierSighting(
            place: SightingPlace(dump: dumps[Int(dump)], position: Int(position)),
            source: try source(json["source"]?.text), seen: json["seen"]?.text,
            stated: try time(json["published"]?.text), unreadableTime: json["unreadable_time"]?.text,
            updated: json["updated"]?.text.flatMap(Instant.seconds), views: json["views"]?.integer,
            metadata: metadata,
            silence: json["silent"]?.integer.map { Silence(rawValue: Int(truncatingIfNeeded: $0)) },
            shown: revision.map { revisions[Int($0)] } ?? present,
            decision: StoredDecision(
                rule: rule.number, other: json["other"]?.integer.map(ArticleID.init(rawValue:)),
                agreement: json["agreement"]?.integer.map { Int(truncatingIfNeeded: $0) }),
            isDatedByList: false)
    }

    private func time(_ text: String?) throws -> PublicationTime? {
        guard let text else { return nil }
        guard let time = PublicationTime(rfc3339: text) else {
            throw ExportLineError("a sighting states a time that is none: \(text)")
        }
        return time
    }
}

extension ArticleMetadata.Enclosure {
    fileprivate init?(_ json: JSONTree) {
        guard let url = json["url"]?.text else { return nil }
        self.init(url: url, type: json["type"]?.text, length: json["length"]?.integer)
    }
}

extension ExportedDump {
    /// - Throws: ``ExportLineError`` where something is missing.
    init(_ json: JSONTree) throws {
        guard let name = json["dump"]?.text, let format = json["format"]?.text,
            let identity = json["identity"]?.text, let zone = json["time_zone"]?.text,
            let bytes = json["bytes"]?.integer, let digested = json["digested"]?.integer,
            let digest = (json["sha256"]?.text).flatMap(Hexadecimal.bytes),
            let started = (json["started"]?.text).flatMap(Instant.seconds),
            let records = json["records"]?.count
        else { throw ExportLineError("a dump lacks its name, format, size, digest or time of import") }
        var counts = RecordCounts()
        counts.added = json["added"]?.count ?? 0
        counts.seenAgain = json["seen_again"]?.count ?? 0
        counts.revised = json["revised"]?.count ?? 0
        counts.rejected = json["rejected"]?.count ?? 0
        self.init(
            row: 0, name: name, format: format, source: json["source"]?.text, identity: identity,
            timeZone: zone, packing: json["packing"]?.text, encoding: json["encoding"]?.text,
            fieldNames: json["field_names"]?.text, bytes: bytes, digest: digest, digested: digested,
            taken: json["taken"]?.text, records: records, counts: counts, started: started,
            finished: (json["finished"]?.text).flatMap(Instant.seconds),
            isExcerpt: json["excerpt"]?.integer == 1,
            rejections: try (json["rejections"]?.list ?? []).map(ExportedDump.Rejection.init))
    }
}

extension ExportedDump.Rejection {
    fileprivate init(_ json: JSONTree) throws {
        guard let position = json["position"]?.integer, let line = json["line"]?.integer,
            let offset = json["byte_offset"]?.integer, let count = json["byte_count"]?.integer,
            let reason = json["reason"]?.text
        else { throw ExportLineError("a rejected record lacks its place or reason") }
        self.init(position: position, line: line, byteOffset: offset, byteCount: count, reason: reason)
    }
}

extension JSONTree {
    // A number of things.
    fileprivate var count: Int? { integer.flatMap { (0...1 << 53).contains($0) ? Int($0) : nil } }
}
