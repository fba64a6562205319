import NewsArchiveSQLite

/// Works out anew what articles say, from their sightings.
final class ArticleComposer {
    private let loader: DossierLoader
    private let writer: DossierWriter

    init(_ connection: Connection, _ writer: DossierWriter) throws {
        loader = try DossierLoader(connection)
        self.writer = writer
    }

    /// Writes what an article's sightings say, where the archive says something else.
    func compose(_ id: ArticleID) throws {
        guard let stored = try loader.load(id), let composed = stored.composed else { return }
        if composed.differs(from: stored) { _ = try writer.rewrite(stored, as: composed) }
    }
}

extension Dossier {
    /// The same article as its sightings say it; nil without sightings.
    var composed: Dossier? {
        guard let composition = ArticleComposition(sightings, urls: metadata.compactMapValues(\.url)) else {
            return nil
        }
        var composed = self
        composed.state = composition.state
        for (index, wording) in composition.shown.enumerated() { composed.sightings[index].shown = wording }
        return composed
    }

    /// Whether another dossier of the same sightings says something else.
    func differs(from other: Dossier) -> Bool {
        state != other.state || zip(sightings, other.sightings).contains { $0.shown != $1.shown }
    }

    /// The keys of all headlines that it has or had.
    var keys: Set<Int64> {
        var keys = Set([HeadlineKey(state.wording.headline).hash])
        for sighting in sightings where sighting.shown != state.wording {
            keys.insert(HeadlineKey(sighting.shown.headline).hash)
        }
        return keys
    }
}
