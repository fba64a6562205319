import NewsArchive

/// What `watch list --json` prints for a watch.
struct WatchJSON: Encodable {
    let watch: NewsArchive.Watch

    init(_ watch: NewsArchive.Watch) {
        self.watch = watch
    }

    private enum Key: String, CodingKey {
        case name, query, added, told
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(watch.name, forKey: .name)
        try object.encode(watch.query, forKey: .query)
        try object.encode(DumpText.instant(watch.added), forKey: .added)
        try object.encode(watch.told, forKey: .told)
    }
}

/// What `watch run --json` prints for a watch.
struct WatchNewsJSON: Encodable {
    let news: WatchNews

    init(_ news: WatchNews) {
        self.news = news
    }

    private enum Key: String, CodingKey {
        case watch, query, results
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(news.watch.name, forKey: .watch)
        try object.encode(news.watch.query, forKey: .query)
        try object.encode(news.articles.map { ResultJSON($0) }, forKey: .results)
    }
}
