import NewsArchiveSQLite

@testable import NewsArchive

// What a search must find, written as plainly as possible: no index, no SQL, each article looked at by itself.

/// Words that stand next to each other; the last one may go on.
struct PlainPhrase: Equatable {
    let words: [String]
    let lastMayGoOn: Bool
}

/// The words of a headline or a body, and where each of them stands.
struct PlainText {
    private var places: [String: Set<Int>] = [:]
    /// How many words there are; those in the place of another do not count.
    private(set) var count = 0

    init(_ text: String) {
        for token in Tokenizer.tokens(of: text) {
            if !token.isColocated { count += 1 }
            places[token.text, default: []].insert(count - 1)
        }
    }

    /// Where a phrase begins.
    func starts(of phrase: PlainPhrase) -> Set<Int> {
        var starts: Set<Int> = []
        for (offset, word) in phrase.words.enumerated() {
            let mayGoOn = phrase.lastMayGoOn && offset == phrase.words.count - 1
            let found = mayGoOn ? places(ofBeginning: word) : places[word] ?? []
            starts = offset == 0 ? found : starts.filter { found.contains($0 + offset) }
            if starts.isEmpty { return [] }
        }
        return starts
    }

    /// For each of some words the places that have all the others near.
    ///
    /// FTS5's documentation of NEAR: a clump has each of them, and at most so many words between its first and its last.
    func clumps(of words: [PlainPhrase], within distance: Int) -> [Set<Int>] {
        let found = words.map(starts)
        var taking = found.map { _ in Set<Int>() }
        for first in Set(found.joined()) {
            let clump = found.map { $0.filter { (first...first + distance + 1).contains($0) } }
            guard clump.allSatisfy({ !$0.isEmpty }) else { continue }
            for index in clump.indices { taking[index].formUnion(clump[index]) }
        }
        return taking
    }

    private func places(ofBeginning word: String) -> Set<Int> {
        let scalars = word.unicodeScalars
        return places.filter { $0.key.unicodeScalars.starts(with: scalars) }.values
            .reduce(into: []) { $0.formUnion($1) }
    }
}

/// What a search asks of an article.
struct PlainArticle {
    let id: ArticleID
    /// The headline and the body.
    let texts: [PlainText]
    /// Seconds since 1970 UTC.
    let time: Int64?
    /// By the clock of the stamp.
    let local: LocalTime?
    let views: Int64?
    /// Who listed it, folded.
    let sources: Set<[UInt8]>

    init(_ article: Article) {
        id = article.id
        texts = [PlainText(article.headline), PlainText(article.body.string)]
        time = article.published?.secondsSince1970
        local = article.published?.local
        views = article.views
        sources = Set(article.sightings.compactMap(\.source).map { Folding.fold($0) })
    }
}

/// A query with its columns at its texts, and without what says nothing.
indirect enum PlainQuery: Equatable {
    case phrase(PlainPhrase, Range<Int>)
    case near([PlainPhrase], within: Int, Range<Int>)
    case all([PlainQuery])
    case any([PlainQuery])
    case not(PlainQuery)
    case since(LocalTime)
    case until(LocalTime)
    case source([UInt8])
    case views(ClosedRange<Int64>)

    /// nil for a query that says nothing: a text without a word, and what is made of such alone.
    init?(_ query: Query, columns: Range<Int> = 0..<2) {
        switch query {
        case .words(let text):
            guard let phrase = PlainPhrase(text) else { return nil }
            self = .phrase(phrase, columns)
        case .beginning(let text):
            guard let phrase = PlainPhrase(text) else { return nil }
            self = .phrase(PlainPhrase(words: phrase.words, lastMayGoOn: true), columns)
        case .near(let text, let distance):
            let words = Tokenizer.tokens(of: text, inQuery: true).compactMap { PlainPhrase($0.text) }
            guard !words.isEmpty else { return nil }
            self = .near(words, within: max(0, distance), columns)
        case .headline(let inner): self.init(inner, columns: 0..<1)
        case .body(let inner): self.init(inner, columns: 1..<2)
        default: self.init(condition: query, columns: columns)
        }
    }

    private init?(condition query: Query, columns: Range<Int>) {
        switch query {
        case .all(let parts), .any(let parts):
            let said = parts.compactMap { PlainQuery($0, columns: columns) }
            guard !said.isEmpty else { return nil }
            if said.count == 1 {
                self = said[0]
            } else if case .all = query {
                self = .all(said)
            } else {
                self = .any(said)
            }
        case .not(let inner):
            guard let inner = PlainQuery(inner, columns: columns) else { return nil }
            self = .not(inner)
        case .since(let time): self = .since(time)
        case .until(let time): self = .until(time)
        case .source(let name): self = .source(Folding.fold(name))
        case .views(let range): self = .views(range)
        case .words, .beginning, .near, .headline, .body, .forms: return nil
        }
    }

    func matches(_ article: PlainArticle) -> Bool {
        switch self {
        case .phrase(let phrase, let columns):
            article.texts[columns].contains { !$0.starts(of: phrase).isEmpty }
        case .near(let words, let distance, let columns):
            article.texts[columns].contains { !$0.clumps(of: words, within: distance)[0].isEmpty }
        case .all(let parts): parts.allSatisfy { $0.matches(article) }
        case .any(let parts): parts.contains { $0.matches(article) }
        case .not(let inner): !inner.matches(article)
        case .since(let time): article.local.map { $0.digits(like: time) >= time.digits(like: time) } ?? false
        case .until(let time): article.local.map { $0.digits(like: time) <= time.digits(like: time) } ?? false
        case .source(let name): article.sources.contains(name)
        case .views(let range): article.views.map(range.contains) ?? false
        }
    }
}

extension PlainPhrase {
    /// The words of a text; nil where there are none. The index knows a single ideograph as the beginning of a pair.
    fileprivate init?(_ text: String) {
        let tokens = Tokenizer.tokens(of: text, inQuery: true)
        guard let last = tokens.last else { return nil }
        self.init(words: tokens.map(\.text), lastMayGoOn: last.isSingleIdeograph)
    }
}

extension LocalTime {
    // The time as one number, as exactly as another one is known.
    fileprivate func digits(like other: LocalTime) -> Int {
        let all = ((year * 100 + month) * 100 + day) * 10_000 + minuteOfDay
        return switch other.precision {
        case .minute: all
        case .day: all / 10_000
        case .month: all / 1_000_000
        }
    }
}
