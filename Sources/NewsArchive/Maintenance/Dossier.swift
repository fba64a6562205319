import NewsArchiveFormats

/// An article with all that belongs to it: what is taken apart, put together and written again as a whole.
struct Dossier {
    /// What it is called. Of one that is not written yet, nil.
    var id: ArticleID?
    var state: ArticleState
    /// In no particular order.
    var sightings: [DossierSighting]
    /// What sources say of it beside its wording, by the rows of the table metadata.
    var metadata: [Int64: MetadataRow]
}

/// What an article says, apart from how that came about.
struct ArticleState: Equatable, Sendable {
    var wording: Wording
    var published: PublicationTime?
    var views: Int64?
    var url: String?
    /// A row of the table source.
    var source: Int64?

    /// The minute that its id is to say.
    var minute: Int64 { published?.minute ?? ArticleID.undatedMinute }

    /// Whether another state says the same but for how often the article was read.
    func differsInViewsAlone(from other: ArticleState) -> Bool {
        var mine = self
        mine.views = other.views
        // An address is its bytes; String's own equality takes a composed é and a decomposed one for the same.
        return views != other.views && mine == other && ByteComparison.areEqual(url, other.url)
    }
}

/// One listing of an article, as the archive holds it.
struct DossierSighting {
    let place: SightingPlace
    let source: Int64?
    let seen: String?
    /// What the record stated as its time.
    let stated: PublicationTime?
    let unreadableTime: String?
    let updated: Int64?
    let views: Int64?
    /// A row of the table metadata.
    var metadata: Int64?
    /// nil for one that an earlier version of the library stored: it counts as stating all that it shows.
    let silence: Silence?
    /// The wording that it shows, the article's own where it shows that.
    var shown: Wording
    var decision: StoredDecision
    /// Whether the date of its list stands in where it states no time, as in a listing.
    let isDatedByList: Bool

    /// Whether it was another article's before a person joined the two.
    var isJoined: Bool { decision.rule == IdentityDecision.Rule.joined.number }

    /// The wording as the record stated it.
    var stating: Wording { shown.without(silence ?? []) }

    var order: SightingOrder {
        SightingOrder(
            seen: seen ?? "", stamp: updated ?? stated?.secondsSince1970 ?? .min, dump: place.dump,
            position: Int64(place.position))
    }
}

/// Where a sighting comes from: the row of its dump, and the record's number in it.
struct SightingPlace: Hashable, Comparable {
    let dump: Int64
    let position: Int

    static func < (first: SightingPlace, second: SightingPlace) -> Bool {
        (first.dump, first.position) < (second.dump, second.position)
    }
}

/// A decision as the columns of a sighting hold it.
struct StoredDecision: Equatable {
    var rule: Int64
    var other: ArticleID?
    var agreement: Int?
}
