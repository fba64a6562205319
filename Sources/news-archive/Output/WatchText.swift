import NewsArchive

/// What `watch` prints for a reader.
enum WatchText {
    /// What a watch is.
    static func line(_ watch: NewsArchive.Watch) -> String {
        "\(TerminalText.plain(watch.name)) · \(TerminalText.plain(watch.query)) · "
            + "added \(DumpText.instant(watch.added)) · \(watch.told) told"
    }

    /// The news of a watch under its name, an empty line behind them.
    static func text(_ news: WatchNews, isFirst: Bool, style: TextStyle) -> String {
        let title = isFirst ? style.bold("\(TerminalText.plain(news.watch.name)):") + "\n\n" : ""
        return title + news.articles.map { SearchText.text($0, style: style) + "\n" }.joined()
    }
}
