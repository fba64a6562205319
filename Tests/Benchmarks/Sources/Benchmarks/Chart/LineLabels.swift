/// The names of lines, beside their ends and apart from each other.
struct LineLabels {
    private static let apart = 17.0

    let panel: ChartPanel
    /// Where they begin.
    let left: Double

    var elements: [String] {
        let ends = panel.series.map { (series: $0, end: panel.end(of: $0)) }.sorted { $0.end.y < $1.end.y }
        let heights = Self.spread(ends.map(\.end.y))
        return zip(ends, heights).flatMap { line, y in
            let name = line.series.name
            return [
                SVG.path([(line.end.x + 5, line.end.y), (left - 4, y)], name.colour, width: 0.7),
                SVG.text(name.rawValue, left, y + 4, name.colour, isBold: name.isBold),
            ]
        }
    }

    // Two that are too near give way by half each, until none are, or nearly so.
    private static func spread(_ heights: [Double]) -> [Double] {
        var places = heights
        for _ in 0..<100 {
            for index in places.indices.dropFirst() {
                let lacking = max(0, apart - (places[index] - places[index - 1]))
                places[index - 1] -= lacking / 2
                places[index] += lacking / 2
            }
        }
        return places
    }
}
