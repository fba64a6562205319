/// Lines over numbers of records, with axes.
struct ChartPanel {
    static let ink = "#222222"
    private static let grid = "#dddddd"
    private static let (top, bottom) = (70.0, 400.0)

    let title: String
    let series: [ChartSeries]
    private let across: LogScale
    private let up: LogScale

    init(_ title: String, _ series: [ChartSeries], from left: Double, to right: Double) {
        self.title = title
        self.series = series
        let points = series.flatMap(\.points)
        let sizes = points.map { Double($0.records) }
        // Some room beside the first and the last, and where there is one size only.
        across = LogScale(
            from: (sizes.min() ?? 1) / 1.3, to: (sizes.max() ?? 1) * 1.3, pixels: (left, right))
        up = LogScale(points.flatMap { [$0.timing.best, $0.timing.worst] }, pixels: (Self.bottom, Self.top))
    }

    var elements: [String] {
        let (left, right) = across.pixels
        let caption = SVG.text(title, left, Self.top - 14, Self.ink, isBold: true)
        let under = SVG.text("records", (left + right) / 2, Self.bottom + 40, Self.ink, .middle)
        return [caption, under] + verticals + horizontals + series.flatMap(lines)
    }

    /// Where the line of a series ends.
    func end(of series: ChartSeries) -> (x: Double, y: Double) {
        series.points.last.map(place) ?? (across.pixels.1, Self.bottom)
    }

    private var horizontals: [String] {
        let (left, right) = across.pixels
        return up.ticks.flatMap { tick in
            let y = up.pixel(tick)
            return [
                SVG.path([(left, y), (right, y)], Self.grid),
                SVG.text(NumberText.grouped(tick), left - 6, y + 4, Self.ink, .end),
            ]
        }
    }

    private var verticals: [String] {
        Set(series.flatMap(\.points).map(\.records)).sorted().flatMap { size in
            let x = across.pixel(Double(size))
            return [
                SVG.path([(x, Self.top), (x, Self.bottom)], Self.grid),
                SVG.text(NumberText.grouped(Double(size)), x, Self.bottom + 20, Self.ink, .middle),
            ]
        }
    }

    private func lines(_ series: ChartSeries) -> [String] {
        let name = series.name
        let line = SVG.path(
            series.points.map(place), name.colour, width: name.isBold ? 3 : 1.8, isDashed: name.isDashed)
        return [line] + series.points.flatMap { [spread($0, name.colour), dot($0, name.colour)] }
    }

    // From the fastest run to the slowest.
    private func spread(_ point: ChartSeries.Point, _ colour: String) -> String {
        let x = place(point).x
        return SVG.path([(x, up.pixel(point.timing.best)), (x, up.pixel(point.timing.worst))], colour)
    }

    private func dot(_ point: ChartSeries.Point, _ colour: String) -> String {
        let (x, y) = place(point)
        return SVG.dot(x, y, colour)
    }

    private func place(_ point: ChartSeries.Point) -> (x: Double, y: Double) {
        (across.pixel(Double(point.records)), up.pixel(point.timing.median))
    }
}
