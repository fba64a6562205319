import NewsArchive

/// What `history --json` prints.
struct HistoryJSON: Encodable {
    let history: ArticleHistory

    init(_ history: ArticleHistory) {
        self.history = history
    }

    private enum Key: String, CodingKey {
        case id, headline, published, views, source, url, steps, curves
    }

    func encode(to encoder: any Encoder) throws {
        let article = history.article
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(article.id.rawValue, forKey: .id)
        try object.encode(article.headline, forKey: .headline)
        try object.encode(article.published?.description, forKey: .published)
        try object.encode(article.views, forKey: .views)
        try object.encode(article.source, forKey: .source)
        try object.encode(article.url, forKey: .url)
        try object.encode(
            history.steps.map { step in
                WordingStepJSON(step: step, before: step.previous.map { history.steps[$0] })
            }, forKey: .steps)
        try object.encode(history.curves.map(ViewCurveJSON.init), forKey: .curves)
    }
}

private struct WordingStepJSON: Encodable {
    let step: WordingStep
    let before: WordingStep?

    private enum Key: String, CodingKey {
        case headline, body, credit, revision, previous, firstSeen = "first_seen", lastSeen = "last_seen"
        case timesShown = "times_shown", sightings, headlineChanges = "headline_changes", bodyChanges =
            "body_changes"
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(step.headline, forKey: .headline)
        try object.encode(step.body.string, forKey: .body)
        try object.encode(step.credit, forKey: .credit)
        try object.encode(step.revision, forKey: .revision)
        try object.encode(step.previous, forKey: .previous)
        try object.encode(step.firstSeen?.description, forKey: .firstSeen)
        try object.encode(step.lastSeen?.description, forKey: .lastSeen)
        try object.encode(step.timesShown, forKey: .timesShown)
        try object.encode(step.sightings.map(ShownJSON.init), forKey: .sightings)
        try object.encode(before.map { changes($0.headline, step.headline) }, forKey: .headlineChanges)
        try object.encode(before.map { changes($0.body, step.body) }, forKey: .bodyChanges)
    }

    private func changes(_ old: String, _ new: String) -> [RunJSON] {
        changes(ParsedText(old), ParsedText(new))
    }

    private func changes(_ old: ParsedText, _ new: ParsedText) -> [RunJSON] {
        TextDifference(from: old, to: new).runs.map { RunJSON(kind: $0.kind.rawValue, text: $0.text) }
    }
}

private struct RunJSON: Encodable {
    let kind: String
    let text: String
}

private struct ShownJSON: Encodable {
    let sighting: Sighting

    private enum Key: String, CodingKey {
        case dump, position, seen, source
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(sighting.dump, forKey: .dump)
        try object.encode(sighting.position, forKey: .position)
        try object.encode(sighting.seen?.description, forKey: .seen)
        try object.encode(sighting.source, forKey: .source)
    }
}

private struct ViewCurveJSON: Encodable {
    let curve: ViewCurve

    private enum Key: String, CodingKey {
        case source, points
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(curve.source, forKey: .source)
        try object.encode(curve.points.map(ViewPointJSON.init), forKey: .points)
    }
}

private struct ViewPointJSON: Encodable {
    let point: ViewPoint

    private enum Key: String, CodingKey {
        case seen, views, gain, dump
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(point.seen?.description, forKey: .seen)
        try object.encode(point.views, forKey: .views)
        try object.encode(point.gain, forKey: .gain)
        try object.encode(point.dump, forKey: .dump)
    }
}
