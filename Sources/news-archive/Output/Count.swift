import NewsArchive

/// A number of articles, and what they have in common: a line of a histogram or of a facet.
struct Count: Encodable, Equatable {
    let name: String?
    let count: Int64

    /// - Parameter unit: by which a year is named without its first month.
    init(_ bar: HistogramBar, by unit: HistogramUnit? = nil) {
        name = unit == .year ? "\(bar.start.year)" : bar.start.description
        count = bar.count
    }

    init(_ source: SourceCount) {
        name = source.source
        count = source.count
    }

    private enum Key: String, CodingKey {
        case name, count
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(name, forKey: .name)
        try object.encode(count, forKey: .count)
    }
}

/// What `search --histogram` and `search --facet` print for a reader.
enum CountsText {
    /// A bar chart that fits into so many columns.
    static func text(_ counts: [Count], columns: Int) -> String {
        let names = counts.map { TerminalText.plain($0.name ?? "(unknown)") }
        let nameWidth = names.map(\.count).max() ?? 0
        let numberWidth = counts.map { String($0.count).count }.max() ?? 0
        let most = max(1, counts.map(\.count).max() ?? 1)
        let room = Double(max(10, columns - nameWidth - numberWidth - 5))
        return zip(names, counts).map { name, count in
            let digits = String(count.count)
            // What there is is seen, however little of it.
            let bar = max(1, Int(Double(count.count) / Double(most) * room))
            return name + String(repeating: " ", count: nameWidth - name.count + 2)
                + String(repeating: " ", count: numberWidth - digits.count) + digits + "  "
                + String(repeating: "#", count: bar) + "\n"
        }.joined()
    }
}
