import NewsArchiveFormats

/// What an article says: its headline, its text and its credit line.
struct Wording: Equatable, Sendable {
    var headline: String
    var body: ParsedText
    var credit: String?

    init(headline: String, body: ParsedText, credit: String?) {
        self.headline = headline
        self.body = body
        self.credit = credit
    }

    init(_ article: ParsedArticle) {
        self.init(headline: article.headline, body: article.body, credit: article.credit)
    }

    // To the byte: String's own equality takes a composed é and a decomposed one for the same.
    static func == (first: Wording, second: Wording) -> Bool {
        ByteComparison.areEqual(first.headline, second.headline) && first.body == second.body
            && ByteComparison.areEqual(first.credit, second.credit)
    }

    /// How a record's wording stands to this one. A record without text, or without a credit line, does not deny one.
    enum Relation: Equatable {
        /// It says nothing else.
        case same
        /// It says the same and more: the text or the credit line that was missing.
        case completing
        /// It says something else.
        case other
    }

    func relation(of record: Wording) -> Relation {
        guard ByteComparison.areEqual(record.headline, headline) else { return .other }
        if !record.body.isEmpty, !body.isEmpty, record.body != body { return .other }
        if let new = record.credit, let old = credit, new != old { return .other }
        let completes = (body.isEmpty && !record.body.isEmpty) || (credit == nil && record.credit != nil)
        return completes ? .completing : .same
    }

    /// This wording where the record says something, and `other` where it is silent.
    func completed(from other: Wording) -> Wording {
        Wording(
            headline: headline, body: body.isEmpty ? other.body : body, credit: credit ?? other.credit)
    }
}

/// What a record does not state of a wording: its sighting shows what was known.
struct Silence: OptionSet {
    let rawValue: Int

    static let text = Silence(rawValue: 1)
    static let credit = Silence(rawValue: 2)
}

extension Wording {
    /// What a record with this wording does not state.
    var silence: Silence {
        (body.isEmpty ? Silence.text : []).union(credit == nil ? .credit : [])
    }

    /// The wording as a record stated it.
    func without(_ silence: Silence) -> Wording {
        Wording(
            headline: headline, body: silence.contains(.text) ? ParsedText() : body,
            credit: silence.contains(.credit) ? nil : credit)
    }
}
