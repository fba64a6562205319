public import ArgumentParser
public import NewsArchive

/// How results are printed.
enum SearchFormat: String, EnumerableFlag {
    case text
    case json
    case jsonl
    case csv

    static func name(for value: SearchFormat) -> NameSpecification { .long }
}

/// What --facet takes.
enum Facet: String, ExpressibleByArgument, CaseIterable {
    case source
}

/// What --half-life takes: a number of days, or of days, weeks or years with their letter.
struct HalfLife: ExpressibleByArgument, CustomStringConvertible {
    let days: Double

    init(days: Double) {
        self.days = days
    }

    /// nil for a text that is no time.
    init?(argument: String) {
        let units: [Character: Double] = ["d": 1, "w": 7, "y": 365]
        let unit = argument.last.flatMap { units[$0] }
        guard let number = Double(unit == nil ? argument : String(argument.dropLast())), number > 0,
            number.isFinite
        else { return nil }
        days = number * (unit ?? 1)
    }

    var description: String {
        days == days.rounded() && days < 1e9 ? "\(Int(days))d" : "\(days)d"
    }
}

extension HistogramUnit: ExpressibleByArgument {}

extension SearchOrder: ExpressibleByArgument {}

extension ArchiveSetCursor: ExpressibleByArgument {
    /// The cursor that an argument is; nil for a text that is none.
    public init?(argument: String) {
        self.init(argument)
    }
}
