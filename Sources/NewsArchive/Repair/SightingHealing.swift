import NewsArchiveSQLite

/// Puts right what sightings show, and writes one for each article and wording that has none.
struct SightingHealing: HealingStep {
    static let name = "sightings"

    func run(_ connection: Connection, _ log: RepairLog) throws {
        for (column, strange) in [
            ("revision_id", SightingCheck.strangeRevision), ("metadata_id", SightingCheck.strangeMetadata),
        ] {
            let count = try connection.count(
                """
                UPDATE sighting SET \(column) = NULL
                WHERE (article_id, dump_id, position) IN (
                  SELECT sighting.article_id, sighting.dump_id, sighting.position \(strange)
                )
                """)
            log.add(.sighting, "took what is another article's out of a sighting", count)
        }
        let same = try connection.count(
            """
            DELETE FROM revision
            WHERE id IN (SELECT revision.id \(SightingCheck.unshownRevision)) AND EXISTS (
              SELECT 1
              FROM article
              LEFT JOIN body ON body.article_id = article.id
              WHERE article.id = revision.article_id AND article.headline = revision.headline
                AND coalesce(body.text, '') = revision.body AND article.credit IS revision.credit
            )
            """)
        log.add(.sighting, "removed a wording that is the article's present one", same)
        try addSightings(connection, log)
    }

    private func addSightings(_ connection: Connection, _ log: RepairLog) throws {
        var unseen = try Statement(
            connection,
            """
            SELECT revision.article_id, revision.id \(SightingCheck.unshownRevision)
            UNION ALL
            SELECT article.id, NULL \(SightingCheck.unseenArticle)
            """)
        let missing = try unseen.all { (try $0.integer(0), try $0.optionalInteger(1)) }
        guard !missing.isEmpty else { return }
        let dump = try SalvagedDump.make(connection)
        // What the article's stamp is, its sighting states: an article is what its sightings say of it.
        var insert = try Statement(
            connection,
            """
            INSERT INTO sighting
              (article_id, dump_id, position, source_id, published, precision, utc_offset, views, revision_id, rule_id)
            SELECT id, ?2, ?3, source_id, iif(origin = 'stated', published, NULL),
              iif(origin = 'stated', precision, NULL), iif(origin = 'stated', utc_offset, NULL), views, ?4, 1
            FROM article
            WHERE id = ?1
            """)
        for (position, (article, revision)) in missing.enumerated() {
            try insert.bind(1, article)
            try insert.bind(2, dump)
            try insert.bind(3, position)
            try insert.bind(4, revision)
            try insert.run()
        }
        try connection.execute(
            "UPDATE dump SET records = \(missing.count), seen_again = \(missing.count) WHERE id = \(dump)")
        log.add(.sighting, "wrote a sighting for an article or wording that had none", missing.count)
    }
}
