/// A record with named fields on its way to an article, alike for JSON and tables.
struct FieldDraft {
    private var values: [(match: FieldIndex.Match, value: FieldValue)] = []

    init() {
        values.reserveCapacity(16)
    }

    /// Takes the value of a field. Of two with the same name the later one is meant.
    mutating func add(_ value: FieldValue, _ match: FieldIndex.Match) {
        guard value != .nothing else { return }
        values.append((match, value))
    }

    /// The record that the values make.
    func record(_ place: RecordPlace, preamble: String = "") -> ParsedRecord {
        var article = ParsedArticle(headline: "", place: place)
        addTexts(to: &article)
        guard !article.headline.isEmpty else {
            return .rejected(RejectedRecord(reason: .nothingToKeep, place: place, preamble: preamble))
        }
        FieldTimes(published: all(.published), updated: all(.updated), listed: all(.listed)).add(to: &article)
        article.views = all(.views).lazy.compactMap(Self.count).first
        article.source = string(.source)
        article.credit = string(.credit)
        return .article(article)
    }

    // The values of a field, the best first.
    private func all(_ field: ArticleField) -> [FieldValue] {
        let found = values.filter { $0.match.field == field }
        guard found.count > 1 else { return found.map(\.value) }
        return found.reversed().enumerated().sorted {
            ($0.element.match.rank, $0.offset) < ($1.element.match.rank, $1.offset)
        }.map(\.element.value)
    }

    private func string(_ field: ArticleField) -> String? {
        all(field).lazy.compactMap(\.string).first
    }
}

extension FieldDraft {
    private func addTexts(to article: inout ParsedArticle) {
        article.metadata = metadata
        article.body = text(.body)
        let summary = text(.summary)
        if article.body.isEmpty {
            article.body = summary
        } else if !summary.isEmpty {
            article.metadata.summary = Summary.beside(article.body, summary)
        }
        article.headline =
            all(.headline).lazy.map(FieldText.headline).first { !$0.isEmpty }
            ?? HeadlineFromText.make(article.body)
        if article.headline.isEmpty { article.headline = article.metadata.url ?? "" }
    }

    private func text(_ field: ArticleField) -> ParsedText {
        for value in all(field) {
            let text = FieldText.text(value)
            if !text.isEmpty { return text }
        }
        return ParsedText()
    }

    private var metadata: ArticleMetadata {
        var metadata = ArticleMetadata(
            guid: InventedID.removed(from: string(.guid)), url: string(.url), author: string(.author),
            language: string(.language))
        var seen: Set<String> = []
        for name in all(.categories).flatMap(\.strings) where seen.insert(name).inserted {
            metadata.categories.append(name)
        }
        seen = []
        for file in all(.enclosure).flatMap(\.enclosures) where seen.insert(file.url).inserted {
            metadata.enclosures.append(file)
        }
        return metadata
    }

    // 14206, "14 206", "14,206"; more than an Int64 holds is no count that anybody made.
    private static func count(_ value: FieldValue) -> Int64? {
        // 14206.0 is how some write whole numbers; 14.206 is none, unless a person wrote it as text.
        if case .number(let bytes) = value {
            let whole = bytes.prefix(while: \.isDigit)
            let fraction = bytes.dropFirst(whole.count)
            let isWhole = fraction.allSatisfy { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "0") }
            return isWhole ? Int64(String(decoding: whole, as: UTF8.self)) : nil
        }
        var scanner = ByteScanner(WhiteSpace.trimmedOfInvisibles(value.bytes(separator: [])))
        guard let digits = scanner.groupedNumber(), scanner.isAtEnd else { return nil }
        return Int64(digits)
    }
}
