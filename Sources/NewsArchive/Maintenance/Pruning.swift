import NewsArchiveSQLite

/// Takes articles out of the archive, and keeps of them what is needed to recognise them.
struct Pruning {
    private let connection: Connection
    private let editor: ArticleEditor
    private let pruned: PrunedArticles
    private let isCancelled: () -> Bool

    init(
        _ connection: Connection, _ editor: ArticleEditor, isCancelled: @escaping () -> Bool = { false }
    ) throws {
        self.connection = connection
        self.editor = editor
        self.isCancelled = isCancelled
        pruned = try PrunedArticles(connection)
    }

    /// Prunes what was published before a time, but for what a query finds.
    func run(before time: LocalTime, keeping query: Query?) throws -> PruneReport {
        guard let last = time.justBefore else {
            throw ArchiveError.notApplicable("nothing can be older than \(time)")
        }
        if let query, query.meaningful == nil {
            throw ArchiveError.notApplicable(
                "there is no word and no condition in the query: nothing would be kept by it")
        }
        let old = try MatchingArticles.ids(of: .until(last), in: connection)
        let kept =
            try query.map { Set(try MatchingArticles.ids(of: .all([.until(last), $0]), in: connection)) }
            ?? []
        var report = PruneReport(kept: kept.count)
        for id in old where !kept.contains(id) {
            if isCancelled() { throw CancellationError() }
            guard let dossier = try editor.loader.load(id) else { continue }
            report.add(dossier)
            try pruned.add(dossier)
            try editor.writer.remove(dossier, .pruned)
            try editor.didChangeArticle()
        }
        try editor.finish()
        return report
    }
}

extension LocalTime {
    /// The last minute, day or month before it.
    fileprivate var justBefore: LocalTime? {
        LocalTime(secondsByItsOwnClock: secondsByItsOwnClock - 1, precision: precision)
    }
}

extension PruneReport {
    fileprivate mutating func add(_ dossier: Dossier) {
        articles += 1
        sightings += dossier.sightings.count
        bytes += dossier.state.wording.headline.utf8.count + dossier.state.wording.body.utf8.count
    }
}
