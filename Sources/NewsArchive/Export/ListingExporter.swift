/// Writes a site's listing: a stamp, a headline and paragraphs for each article.
///
/// An article that is dated by its list alone, or by a month, is the lead of a list of its own. A line of a text that a
/// listing would take for a stamp, for a header or for a credit line gets an invisible character before it (U+200B): a
/// reader of the listing takes it off a headline, and keeps it before a paragraph.
struct ListingExporter: ArticleExporter {
    private static let mark: [UInt8] = [0xE2, 0x80, 0x8B]

    // Whether what follows would be of the list that was begun last.
    private var isInList = false

    var reader: (any DumpParser)? { DumpFormat.listing.makeParser() }

    func begin(_ outline: ExportOutline, to output: inout [UInt8]) {}

    mutating func write(_ article: Article, to output: inout [UInt8]) -> Bool {
        guard let published = article.published, let local = published.local else { return false }
        // A lead without a text is taken for the next record with its headline, unless another list begins.
        if isInList { output.append(" date unknown\n") }
        isInList = published.origin == .dump || local.precision == .month
        if isInList {
            output.append(" date \(LocalTime(dateOf: local)) ")
        } else {
            output.append(Self.stamp(local, views: article.views) + "\n")
        }
        append(line: Array(article.headline.utf8), isDoubtful: ListingLine.isStructure, to: &output)
        appendText(of: article, to: &output)
        return true
    }

    func end(to output: inout [UInt8]) {}

    private func appendText(of article: Article, to output: inout [UInt8]) {
        var mayBeCredit = true
        if let credit = article.credit.map({ Array($0.utf8) }), ListingLine.isCredit(credit) {
            append(line: credit, isDoubtful: { _ in false }, to: &output)
            mayBeCredit = false
        }
        for line in article.body.utf8.split(separator: UInt8(ascii: "\n")) {
            append(
                line: Array(line),
                isDoubtful: { ListingLine.isStructure($0) || mayBeCredit && ListingLine.isCredit($0) },
                to: &output)
            mayBeCredit = false
        }
    }

    private func append(line: [UInt8], isDoubtful: ([UInt8]) -> Bool, to output: inout [UInt8]) {
        if isDoubtful(line) { output += Self.mark }
        output += line.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
        output.append(UInt8(ascii: "\n"))
    }

    private static func stamp(_ time: LocalTime, views: Int64?) -> String {
        let date = "\(padded(time.day, 2)).\(padded(time.month, 2)).\(padded(time.year, 4))"
        guard time.precision == .minute else { return date }
        let views = views.map { " \($0)" } ?? ""
        return "\(date), \(padded(time.hour, 2)):\(padded(time.minute, 2))\(views)"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

extension LocalTime {
    /// The day of a time, or its month where no more is known.
    fileprivate init(dateOf time: LocalTime) {
        let day =
            time.precision == .minute ? LocalTime(year: time.year, month: time.month, day: time.day) : nil
        self = day ?? time
    }
}
