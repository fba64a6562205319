import NewsArchive

/// What `trending` prints for a reader.
enum TrendingText {
    static func text(_ articles: [TrendingArticle], style: TextStyle) -> String {
        articles.map { article in
            """
            \(style.bold(TerminalText.plain(article.headline)))
              \(gain(of: article))
              \(style.dim(facts(of: article)))

            """
        }.joined(separator: "\n")
    }

    private static func gain(of article: TrendingArticle) -> String {
        let gained =
            "+\(article.gain) views from \(TimeText.text(article.from)) to \(TimeText.text(article.to))"
        return article.gainPerDay.map { "\(gained), \(rate($0)) a day" } ?? gained
    }

    /// With a fraction only where it says something.
    private static func rate(_ gain: Double) -> String {
        let rounded = gain < 10 ? (gain * 10).rounded() / 10 : gain.rounded()
        return rounded == rounded.rounded() && rounded < 1e15 ? "\(Int64(rounded))" : "\(rounded)"
    }

    private static func facts(of article: TrendingArticle) -> String {
        var facts = [article.published.map(TimeText.text) ?? "undated", "\(article.views) views"]
        if let source = article.source { facts.append(TerminalText.plain(source)) }
        facts.append("id \(article.id)")
        return facts.joined(separator: " · ")
    }
}
