/// The lines of a lossless export, each a JSON object. The first names the format, then come the dumps in the order in which
/// they were imported, then the articles by their ids, then what is kept of pruned articles.
///
/// Times are written as RFC 3339 has them, dates and months as ISO 8601 does. A sighting names its dump by its place among
/// the lines of dumps, from 0, its wording by its place in `revisions`, what it says beside that by its place in `metadata`.
enum ExportLine {
    /// How the first line begins: by this a file is recognised when it is imported.
    static let signature = Array("{\"news_archive_export\":".utf8)

    /// The version of the format.
    static let version = 1

    static func first() -> JSONBuilder {
        var line = JSONBuilder()
        line.object { $0.member("news_archive_export", version) }
        return line
    }

    static func dump(_ dump: ExportedDump) -> JSONBuilder {
        var line = JSONBuilder()
        line.object { line in
            line.member("dump", dump.name)
            line.member("format", dump.format)
            line.member("source", dump.source)
            line.member("identity", dump.identity)
            line.member("time_zone", dump.timeZone)
            line.member("packing", dump.packing)
            line.member("encoding", dump.encoding)
            line.member("field_names", dump.fieldNames)
            line.member("bytes", dump.bytes)
            line.member("sha256", Hexadecimal.text(dump.digest))
            line.member("digested", dump.digested)
            line.member("taken", dump.taken)
            line.member("records", dump.records)
            line.member("added", dump.counts.added)
            line.member("seen_again", dump.counts.seenAgain)
            line.member("revised", dump.counts.revised)
            line.member("rejected", dump.counts.rejected)
            line.member("started", Instant.text(dump.started))
            line.member("finished", dump.finished.map(Instant.text))
            if dump.isExcerpt { line.member("excerpt", 1) }
            if !dump.rejections.isEmpty {
                line.member("rejections") { $0.list(dump.rejections) { $0.rejection($1) } }
            }
        }
        return line
    }

    static func article(_ article: ExportedArticle) -> JSONBuilder {
        var line = JSONBuilder()
        let dossier = article.dossier
        line.object { line in
            line.member("id", dossier.id?.rawValue)
            line.member("headline", dossier.state.wording.headline)
            if !dossier.state.wording.body.isEmpty {
                line.member("body") { $0.text(dossier.state.wording.body.utf8) }
            }
            line.member("credit", dossier.state.wording.credit)
            line.member("published", dossier.state.published?.description)
            line.member("origin", (dossier.state.published?.origin ?? .unknown).rawValue)
            line.member("views", dossier.state.views)
            line.member("url", dossier.state.url)
            line.member("source", article.name(of: dossier.state.source))
            if !article.formerIDs.isEmpty {
                line.member("former_ids") { $0.list(article.formerIDs) { $0.number($1.rawValue) } }
            }
            if !article.revisions.isEmpty {
                line.member("revisions") { $0.list(article.revisions) { $0.wording($1) } }
            }
            if !article.metadata.isEmpty {
                line.member("metadata") { line in
                    line.list(article.metadata) { $0.metadata($1, source: article.name(of: $1.row.source)) }
                }
            }
            line.member("sightings") { line in
                line.list(article.sightings) { $0.sighting($1, of: article) }
            }
        }
        return line
    }

    static func pruned(_ pruned: ExportedPruned) -> JSONBuilder {
        var line = JSONBuilder()
        line.object { line in
            line.member("pruned", pruned.id.rawValue)
            line.member("published", pruned.published?.description)
            line.member("text_hash", pruned.textHash)
            line.member("keys") { line in
                line.list(pruned.keys) { line, key in
                    line.object { line in
                        line.member("kind", key.kind)
                        line.member("key", key.key)
                        line.member("source", key.source)
                    }
                }
            }
        }
        return line
    }
}

extension JSONBuilder {
    fileprivate mutating func rejection(_ rejection: ExportedDump.Rejection) {
        object { line in
            line.member("position", rejection.position)
            line.member("line", rejection.line)
            line.member("byte_offset", rejection.byteOffset)
            line.member("byte_count", rejection.byteCount)
            line.member("reason", rejection.reason)
        }
    }

    fileprivate mutating func wording(_ wording: Wording) {
        object { line in
            line.member("headline", wording.headline)
            if !wording.body.isEmpty { line.member("body") { $0.text(wording.body.utf8) } }
            line.member("credit", wording.credit)
        }
    }

    fileprivate mutating func metadata(_ said: ExportedArticle.Metadata, source: String?) {
        let metadata = said.metadata
        object { line in
            line.member("source", source)
            line.member("guid", metadata.guid)
            line.member("url", metadata.url)
            line.member("author", metadata.author)
            line.member("language", metadata.language)
            if !metadata.categories.isEmpty {
                line.member("categories") { $0.list(metadata.categories) { $0.text($1.utf8) } }
            }
            if !metadata.enclosures.isEmpty {
                line.member("enclosures") { $0.list(metadata.enclosures) { $0.enclosure($1) } }
            }
            if !metadata.summary.isEmpty { line.member("summary") { $0.text(metadata.summary.utf8) } }
            let keys = [said.row.guidKey.map { _ in "guid" }, said.row.linkKey.map { _ in "link" }]
            line.member("keys") { $0.list(keys.compactMap(\.self)) { $0.text($1.utf8) } }
        }
    }

    fileprivate mutating func enclosure(_ enclosure: ArticleMetadata.Enclosure) {
        object { line in
            line.member("url", enclosure.url)
            line.member("type", enclosure.type)
            line.member("length", enclosure.length)
        }
    }

    fileprivate mutating func sighting(_ sighting: DossierSighting, of article: ExportedArticle) {
        object { line in
            line.member("dump", article.dumps[sighting.place.dump])
            line.member("position", sighting.place.position)
            line.member("seen", sighting.seen)
            line.member("published", sighting.stated?.description)
            line.member("unreadable_time", sighting.unreadableTime)
            line.member("updated", sighting.updated.map(Instant.text))
            line.member("views", sighting.views)
            line.member("source", article.name(of: sighting.source))
            line.member("revision", article.place(of: sighting.shown))
            line.member("metadata", sighting.metadata.flatMap { article.place(ofMetadata: $0) })
            line.member("silent", sighting.silence?.rawValue)
            line.member("rule", article.rules[sighting.decision.rule])
            line.member(
                "other", sighting.decision.other.flatMap { article.isExported($0) ? $0.rawValue : nil })
            line.member("agreement", sighting.decision.agreement)
        }
    }
}
