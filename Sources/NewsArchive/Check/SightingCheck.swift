import NewsArchiveSQLite

/// Whether each article was seen, and each sighting shows a wording, and says what was said, of its own article.
struct SightingCheck: CheckPart {
    static let name = "sightings"

    /// Sightings that show a wording of another article.
    static let strangeRevision = """
        FROM sighting
        JOIN revision ON revision.id = sighting.revision_id
        WHERE sighting.revision_id IS NOT NULL AND revision.article_id <> sighting.article_id
        """
    /// Sightings that point to what was said of another article, or to nothing.
    static let strangeMetadata = """
        FROM sighting
        LEFT JOIN metadata ON metadata.id = sighting.metadata_id
        WHERE sighting.metadata_id IS NOT NULL AND metadata.article_id IS NOT sighting.article_id
        """
    /// Wordings that no sighting shows.
    static let unshownRevision = """
        FROM revision
        WHERE NOT EXISTS (SELECT 1 FROM sighting WHERE sighting.revision_id = revision.id)
        """
    /// Articles without a sighting.
    static let unseenArticle = """
        FROM article
        WHERE NOT EXISTS (SELECT 1 FROM sighting WHERE sighting.article_id = article.id)
        """

    func run(_ connection: Connection, _ log: CheckLog) throws {
        let place = "'sighting ' || sighting.article_id || ', ' || dump_id || ', ' || position"
        try look("\(place) \(Self.strangeRevision)", connection) {
            log.add(.sighting, table: "sighting", at: $0, "the sighting shows a wording of another article")
        }
        try look("\(place) \(Self.strangeMetadata)", connection) {
            log.add(
                .sighting, table: "sighting", at: $0,
                "what the record said is not there, or of another article")
        }
        try look("'revision ' || revision.id \(Self.unshownRevision)", connection) {
            log.add(.sighting, table: "revision", at: $0, "no sighting shows the wording")
        }
        try look("'article ' || article.id \(Self.unseenArticle)", connection) {
            log.add(.sighting, table: "article", at: $0, "the article has no sighting")
        }
    }

    private func look(_ sql: String, _ connection: Connection, _ body: (String) -> Void) throws {
        var rows = try Statement(connection, "SELECT \(sql)")
        while try rows.step() { body(try rows.text(0)) }
    }
}
