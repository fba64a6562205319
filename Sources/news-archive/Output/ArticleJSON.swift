import NewsArchive

/// What `show --json` prints.
struct ArticleJSON: Encodable {
    let article: Article

    init(_ article: Article) {
        self.article = article
    }

    private enum Key: String, CodingKey {
        case id, headline, body, credit, published, origin, views, source, url, guid, author, language,
            categories
        case enclosures, summary, sightings, revisions
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(article.id.rawValue, forKey: .id)
        try object.encode(article.headline, forKey: .headline)
        try object.encode(article.body.string, forKey: .body)
        try object.encode(article.credit, forKey: .credit)
        try object.encode(article.published?.description, forKey: .published)
        try object.encode((article.published?.origin ?? .unknown).rawValue, forKey: .origin)
        try object.encode(article.views, forKey: .views)
        try object.encode(article.source, forKey: .source)
        try object.encode(article.url, forKey: .url)
        let metadata = article.metadata
        try object.encode(metadata.guid, forKey: .guid)
        try object.encode(metadata.author, forKey: .author)
        try object.encode(metadata.language, forKey: .language)
        try object.encode(metadata.categories, forKey: .categories)
        try object.encode(metadata.enclosures.map(EnclosureJSON.init), forKey: .enclosures)
        try object.encode(metadata.summary.isEmpty ? nil : metadata.summary.string, forKey: .summary)
        try object.encode(article.sightings.map(SightingJSON.init), forKey: .sightings)
        try object.encode(article.revisions.map(RevisionJSON.init), forKey: .revisions)
    }
}

private struct EnclosureJSON: Encodable {
    let url: String
    let type: String?
    let length: Int64?

    init(_ enclosure: ArticleMetadata.Enclosure) {
        (url, type, length) = (enclosure.url, enclosure.type, enclosure.length)
    }
}

private struct SightingJSON: Encodable {
    let sighting: Sighting

    private enum Key: String, CodingKey {
        case dump, position, seen, published, updated, unreadableTime = "unreadable_time", views, source, url,
            guid
        case isFromTheFuture = "from_the_future", revision, rule, other, agreement
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(sighting.dump, forKey: .dump)
        try object.encode(sighting.position, forKey: .position)
        try object.encode(sighting.seen?.description, forKey: .seen)
        try object.encode(sighting.published?.description, forKey: .published)
        try object.encode(sighting.updated.map(DumpText.instant), forKey: .updated)
        try object.encode(sighting.unreadableTime, forKey: .unreadableTime)
        try object.encode(sighting.isFromTheFuture, forKey: .isFromTheFuture)
        try object.encode(sighting.views, forKey: .views)
        try object.encode(sighting.source, forKey: .source)
        try object.encode(sighting.metadata.url, forKey: .url)
        try object.encode(sighting.metadata.guid, forKey: .guid)
        try object.encode(sighting.revision, forKey: .revision)
        try object.encode(sighting.decision.rule.rawValue, forKey: .rule)
        try object.encode(sighting.decision.other?.rawValue, forKey: .other)
        try object.encode(sighting.decision.agreement, forKey: .agreement)
    }
}

private struct RevisionJSON: Encodable {
    let revision: Revision

    private enum Key: String, CodingKey {
        case headline, body, credit, firstSeen = "first_seen", lastSeen = "last_seen"
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(revision.headline, forKey: .headline)
        try object.encode(revision.body.string, forKey: .body)
        try object.encode(revision.credit, forKey: .credit)
        try object.encode(revision.firstSeen?.description, forKey: .firstSeen)
        try object.encode(revision.lastSeen?.description, forKey: .lastSeen)
    }
}
