/// Listings of few headlines, stamps and texts, so that their records meet in every way: the same article, another wording,
/// a bare headline, a column.
struct RandomListing {
    var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    /// A dump that was taken on a day of October 2025.
    mutating func dump(records: Int) -> String {
        let day = Int.random(in: 10...19, using: &random)
        var text = " date 2025-10-\(day)"
        if Bool.random(using: &random) { text += " \(headline())" }
        return text + "\n" + (0..<records).map { _ in record() }.joined()
    }

    private mutating func record() -> String {
        let day = Int.random(in: 1...3, using: &random)
        let minute = Int.random(in: 10...12, using: &random)
        let views = Bool.random(using: &random) ? " \(Int.random(in: 1...999, using: &random))" : ""
        var lines = ["0\(day).10.2025, 08:\(minute)\(views)", headline()]
        switch Int.random(in: 0..<4, using: &random) {
        case 0: break
        case 1: lines.append(Listing.text(about: "pier"))
        default:
            let version = Int.random(in: 1...3, using: &random)
            lines.append(Listing.text(about: "ferry") + " version \(version)")
        }
        if Int.random(in: 0..<4, using: &random) == 0 { lines.append("Images | harbour.example") }
        return lines.joined(separator: "\n") + "\n"
    }

    private mutating func headline() -> String {
        let headlines = ["The ferry is late again", "THE FERRY IS LATE AGAIN", "A pier was closed today"]
        return headlines.randomElement(using: &random) ?? ""
    }
}
