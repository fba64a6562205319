/// Times of imports over numbers of records: in all, where the growth shows, and per record, where the contenders can be
/// told apart.
struct ImportChart {
    private static let (width, height) = (1040.0, 460.0)

    private let runs: [ImportRun]

    init(_ runs: [ImportRun]) {
        self.runs = runs
    }

    var svg: String {
        let total = ChartPanel(
            "Time in seconds", ChartSeries.all(runs) { $0.seconds }, from: 60, to: 420)
        let each = ChartPanel(
            "Time per record in µs", ChartSeries.all(runs) { 1e6 * $0.seconds / Double($0.records) },
            from: 490, to: 850)
        let title = SVG.text(
            "Filling a full-text index: medians, with the fastest and the slowest run", 60, 26,
            ChartPanel.ink, isBold: true)
        let labels = LineLabels(panel: each, left: 874)
        return SVG.picture(
            width: Self.width, height: Self.height,
            [title] + total.elements + each.elements + labels.elements)
    }
}
