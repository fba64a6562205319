import NewsArchive

/// A small plot of how often an article had been read, in block characters.
enum ViewPlot {
    private static let rows = 6
    private static let blocks = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

    /// The lines of a plot that fits into so many columns: from nothing up to the highest count, with its first and its
    /// last point below.
    ///
    /// Between two counts it is a straight line, since nobody knows better. A single count makes no plot.
    static func lines(_ curve: ViewCurve, columns: Int) -> [String] {
        let points = curve.points.filter { $0.seen != nil }
        guard let first = points.first, let last = points.last, points.count > 1 else {
            return curve.points.map { "  " + text($0) }
        }
        let most = points.map { max(0, $0.views) }.max() ?? 0
        let labels = [String(most)] + Array(repeating: "", count: rows - 2) + ["0"]
        let width = labels.map(\.count).max() ?? 0
        let heights = heights(points, columns: max(10, columns - width - 2), most: most)
        var lines = labels.enumerated().map { index, label in
            let below = (rows - 1 - index) * 8
            let bars = heights.map { blocks[max(0, min(8, $0 - below))] }
            let visible = bars.prefix((bars.lastIndex { $0 != " " } ?? -1) + 1).joined()
            let mark = label.isEmpty ? " │" : " ┤"
            return "  " + String(repeating: " ", count: width - label.count) + label + mark + visible
        }
        lines += ends(text(first), text(last, since: first), indent: width + 4, columns: heights.count)
        return lines
    }

    /// The height of each column, in eighths of a row.
    private static func heights(_ points: [ViewPoint], columns: Int, most: Int64) -> [Int] {
        let times = points.map { Double($0.seen?.secondsByItsOwnClock ?? 0) }
        let views = points.map { Double(max(0, $0.views)) }
        guard let start = times.first, let end = times.last, most > 0 else {
            return Array(repeating: 0, count: columns)
        }
        var next = 1
        return (0..<columns).map { column in
            let time = start + (end - start) * Double(column) / Double(columns - 1)
            while next + 1 < times.count, times[next] < time { next += 1 }
            let length = times[next] - times[next - 1]
            let share = length > 0 ? min(1, max(0, (time - times[next - 1]) / length)) : 1
            let value = views[next - 1] + (views[next] - views[next - 1]) * share
            // What there is is seen, however little of it.
            return value > 0 ? max(1, Int((value / Double(most) * Double(rows * 8)).rounded())) : 0
        }
    }

    /// Both on one line where there is room, at its ends.
    private static func ends(_ first: String, _ last: String, indent: Int, columns: Int) -> [String] {
        let gap = columns - first.count - last.count
        let margin = String(repeating: " ", count: indent)
        guard gap > 1 else { return [margin + first, margin + last] }
        return [margin + first + String(repeating: " ", count: gap) + last]
    }

    private static func text(_ point: ViewPoint, since first: ViewPoint? = nil) -> String {
        let fact = "\(point.seen.map(TimeText.text) ?? "undated") · \(point.views)"
        guard let first else { return fact }
        let (gain, isTooLarge) = point.views.subtractingReportingOverflow(first.views)
        return isTooLarge ? fact : "\(fact) (\(gain < 0 ? "" : "+")\(gain))"
    }
}
