import Testing

@testable import NewsArchive
@testable import news_archive

@Suite struct ViewPlotTests {
    private func curve(_ points: [(String?, Int64)]) -> ViewCurve {
        ViewCurve(
            source: nil,
            points: points.map {
                ViewPoint(
                    seen: $0.0.flatMap(LocalTime.init(iso8601:)), views: $0.1, gain: nil, dump: "dump.txt")
            })
    }

    @Test func aCurveRisesFromItsFirstToItsLastPoint() {
        let lines = ViewPlot.lines(curve([("2025-10-01", 0), ("2025-10-03", 480)]), columns: 66)
        #expect(
            lines == [
                "  480 ┤                                                   ▁▂▂▃▄▅▆▆▇█",
                "      │                                         ▁▂▂▃▄▅▆▆▇███████████",
                "      │                               ▁▂▂▃▄▅▆▆▇█████████████████████",
                "      │                     ▁▂▂▃▄▅▆▆▇███████████████████████████████",
                "      │           ▁▂▂▃▄▅▆▆▇█████████████████████████████████████████",
                "    0 ┤ ▁▂▂▃▄▅▆▆▇███████████████████████████████████████████████████",
                "       2025-10-01 · 0                        2025-10-03 · 480 (+480)",
            ])
    }

    @Test(arguments: [20, 40, 80, 200])
    func itFitsIntoTheColumns(columns: Int) {
        let lines = ViewPlot.lines(
            curve([("2025-10-01", 3), ("2025-10-02T08:30", 12), ("2025-10-03", 9)]), columns: columns)
        #expect(lines.dropLast(columns < 60 ? 2 : 1).allSatisfy { $0.count <= columns + 2 })
        #expect(lines.last?.hasSuffix("2025-10-03 · 9 (+6)") == true)
    }

    @Test func oneCountIsNoCurve() {
        #expect(ViewPlot.lines(curve([("2025-10-01", 3)]), columns: 80) == ["  2025-10-01 · 3"])
        #expect(
            ViewPlot.lines(curve([(nil, 3), (nil, 5)]), columns: 80) == ["  undated · 3", "  undated · 5"])
    }

    @Test func countsThatNobodyHasAreNoTrap() {
        for views in [(Int64.min, Int64.max), (Int64.max, Int64.min), (0, 0), (-5, -3)] {
            let lines = ViewPlot.lines(curve([("2025-10", views.0), ("2025-10-01", views.1)]), columns: 30)
            #expect(lines.count >= 7)
        }
    }
}
