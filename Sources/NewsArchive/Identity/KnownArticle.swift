import NewsArchiveFormats

/// An article that records of a chunk are compared with: stored before, or new in this chunk.
///
/// It changes as records of the chunk turn out to be it; what changed is written when the chunk is decided.
final class KnownArticle {
    /// What the archive holds of an article. A class: it goes from hand to hand, and has half a dozen texts.
    final class Stored: Sendable {
        let id: ArticleID
        let state: ArticleState

        init(id: ArticleID, state: ArticleState) {
            self.id = id
            self.state = state
        }
    }

    /// A wording that the article had before: a row of the table revision.
    struct Earlier {
        let row: Int64
        let wording: Wording
    }

    /// nil when the article is new in this chunk.
    let stored: Stored?
    /// The keys of its present headline and of those of its former ones that were looked up. Mostly one, which is found
    /// faster than its place in a set.
    private(set) var keys: [HeadlineKey]
    var wording: Wording
    var published: PublicationTime?
    var views: Int64?
    /// Where its latest record that says so finds it.
    var url: String?
    /// The keys of headlines that it got in this chunk, to be written.
    var newKeys: [HeadlineKey] = []
    /// Former wordings that are stored; of a stored article, nil until they were looked up.
    var earlier: [Earlier]?
    /// The wording that the stored sightings without a revision showed.
    var storedWording: Wording?
    /// The latest sighting, and the latest one that states views; of a stored article, nil until they were looked up.
    var latest: SightingOrder?
    var latestWithViews: SightingOrder?
    /// Whether this object stands for the article to the end of the chunk.
    var isHeld = false
    /// Whether a record of the chunk is this article, which therefore is to be written.
    var isTouched = false
    /// Whether what the article says must be worked out from all of its sightings when the chunk is written: a record came
    /// that is not its latest and may tell more, or the article had several wordings already.
    var needsComposition = false
    /// The sightings of this chunk.
    var sightings: [NewSighting] = []
    /// Its id once it is written.
    var id: ArticleID?

    private var cachedShingles: Shingles?

    /// - Parameter record: A record that it may be: of equal headlines the key need not be worked out again.
    init(stored: Stored, comparedWith record: PreparedArticle? = nil) {
        self.stored = stored
        let state = stored.state
        if let record, ByteComparison.areEqual(record.article.headline, state.wording.headline) {
            keys = [record.key]
        } else {
            keys = [HeadlineKey(state.wording.headline)]
        }
        wording = state.wording
        storedWording = state.wording
        published = state.published
        views = state.views
        url = state.url
        id = stored.id
    }

    /// An article that a record is the first sign of.
    init(new record: PreparedArticle) {
        stored = nil
        keys = [record.key]
        wording = Wording(record.article)
        published = record.published
        views = record.article.views
        url = record.article.metadata.url
        newKeys = [record.key]
        earlier = []
    }

    /// Makes it known by a key.
    ///
    /// - Returns: whether it was not before.
    @discardableResult
    func learn(_ key: HeadlineKey) -> Bool {
        guard !keys.contains(key) else { return false }
        keys.append(key)
        return true
    }

    /// The minute that its id is to say.
    var minute: Int64 { published?.minute ?? ArticleID.undatedMinute }

    /// What it says by now.
    var state: ArticleState {
        ArticleState(
            wording: wording, published: published, views: views, url: url,
            source: stored?.state.source ?? sightings.lazy.compactMap(\.source).first)
    }

    /// Whether it says what the archive holds: most known articles do.
    var isAsStored: Bool {
        guard let stored = stored?.state else { return false }
        return views == stored.views && published == stored.published && url == stored.url
            && wording == stored.wording
            && (stored.source != nil || sightings.allSatisfy { $0.source == nil })
    }

    /// The shingles of its present text.
    var shingles: Shingles {
        if let cachedShingles { return cachedShingles }
        let made = Shingles(wording.body.utf8)
        cachedShingles = made
        return made
    }

    /// Adds to the present wording what a record says beyond it.
    func complete(from record: Wording) {
        let completed = wording.completed(from: record)
        if storedWording == wording { storedWording = completed }
        setPresent(completed)
    }

    /// Puts another wording in the place of the present one, which the sightings so far keep.
    func reword(to new: Wording) {
        for index in sightings.indices {
            let shown = sightings[index].wording ?? wording
            sightings[index].wording = shown == new ? nil : shown
        }
        setPresent(new)
    }

    /// Whether a record that is not the latest may change what the article says, or showed something else than it says.
    func couldLearn(from record: Wording, url newURL: String?) -> Bool {
        wording.relation(of: record) != .same || !record.silence.isSubset(of: wording.silence)
            || (newURL != nil && newURL != url)
    }

    private func setPresent(_ new: Wording) {
        if new.body != wording.body { cachedShingles = nil }
        wording = new
    }
}

/// Which of two sightings of an article is the later one: by the date of the list, then by the time that the record
/// says it was changed or published, then as they were imported.
struct SightingOrder: Comparable, Sendable {
    /// ISO 8601, so that text order is time order; empty when the dump does not say.
    let seen: String
    /// Seconds since 1970-01-01 UTC; the least integer when the record states neither, as a lead does.
    let stamp: Int64
    let dump: Int64
    let position: Int64

    static func < (first: SightingOrder, second: SightingOrder) -> Bool {
        (first.seen, first.stamp, first.dump, first.position)
            < (second.seen, second.stamp, second.dump, second.position)
    }
}

/// A sighting that a chunk adds.
struct NewSighting {
    let position: Int
    let source: Int64?
    let seen: String?
    /// What the record stated as its time.
    let stated: PublicationTime?
    let unreadableTime: String?
    let updated: Int64?
    let views: Int64?
    /// nil where the record says nothing beside its wording.
    let metadata: MetadataRow?
    let silence: Silence
    /// The wording it showed; nil for the one that is the article's present one when the chunk is written.
    var wording: Wording?
    let rule: IdentityDecision.Rule
    let other: KnownArticle?
    let agreement: Int?
}
