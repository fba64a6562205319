import NewsArchiveSQLite

/// Puts the lines of a lossless export into an archive that is empty, as they are.
///
/// To be used inside one transaction.
final class ExportRestorer {
    private let editor: ArticleEditor
    private let dumps: DumpRowWriter
    private let pruned: PrunedArticles
    private var isValid: Statement
    private var dumpRows: [Int64] = []
    private var hasBegun = false
    /// What was restored: an article counts as added, its other sightings as seen again or revised.
    private(set) var counts = RecordCounts()

    init(_ connection: Connection) throws {
        // Sightings name articles that come later.
        try connection.execute("PRAGMA defer_foreign_keys = ON")
        editor = try ArticleEditor(connection)
        dumps = try DumpRowWriter(connection)
        pruned = try PrunedArticles(connection)
        isValid = try Statement(connection, "SELECT json_valid(?1)")
    }

    /// Restores what a line says.
    ///
    /// - Throws: ``ExportLineError`` for what is no line of an export.
    func restore(_ line: [UInt8]) throws {
        try isValid.bind(1, utf8: line)
        guard try isValid.first({ try $0.integer(0) }) == 1 else { throw ExportLineError("it is no JSON") }
        let json = JSONTree(validJSON: line)
        guard hasBegun else { return try begin(json) }
        if json["sightings"] != nil { return try restoreArticle(json) }
        if json["dump"] != nil { return dumpRows.append(try dumps.insert(try ExportedDump(json))) }
        if json["pruned"] != nil { return try restorePruned(json) }
        throw ExportLineError("it is neither a dump nor an article")
    }

    /// Writes what waits, before the transaction ends.
    func finish() throws {
        try editor.finish()
    }

    private func begin(_ json: JSONTree) throws {
        guard let version = json["news_archive_export"]?.integer, version == ExportLine.version else {
            throw ExportLineError("it is of another version of the format; a later program may read it")
        }
        hasBegun = true
    }

    private func restoreArticle(_ json: JSONTree) throws {
        let reader = ExportedArticleReader(json, dumps: dumpRows) { try self.dumps.source(named: $0) }
        let dossier = try reader.dossier()
        guard let id = dossier.id, try editor.loader.load(id) == nil else {
            throw ExportLineError("its id is missing, or another line has it")
        }
        _ = try editor.writer.insert(dossier, as: id)
        for former in json["former_ids"]?.list.compactMap(\.integer) ?? [] {
            try editor.rows.lead(ArticleID(rawValue: former), to: id, .moved)
        }
        if dossier.state.published != nil { editor.noteSpill(id.minute - dossier.state.minute) }
        try editor.didChangeArticle()
        let revisions = json["revisions"]?.list.count ?? 0
        counts.added += 1
        counts.revised += revisions
        counts.seenAgain += max(0, dossier.sightings.count - 1 - revisions)
    }

    private func restorePruned(_ json: JSONTree) throws {
        guard let id = json["pruned"]?.integer else { throw ExportLineError("a pruned article has no id") }
        let keys = json["keys"]?.list ?? []
        let published = json["published"]?.text
        try pruned.add(
            ExportedPruned(
                id: ArticleID(rawValue: id), published: published.flatMap(PublicationTime.init(rfc3339:)),
                textHash: json["text_hash"]?.integer,
                keys: try keys.map { key in
                    guard let kind = key["kind"]?.text, let hash = key["key"]?.integer,
                        ["headline", "guid", "link"].contains(kind)
                    else { throw ExportLineError("a key of a pruned article is none") }
                    return ExportedPruned.Key(kind: kind, key: hash, source: key["source"]?.text)
                })
        ) { try self.dumps.source(named: $0) }
        try editor.rows.changes.remove(ArticleID(rawValue: id), .pruned)
    }
}

/// What is wrong with a line that ought to be one of an export.
struct ExportLineError: Error {
    let reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}
