/// What it costs that an archive grows.
enum GrowthMeasures {
    /// Adds to the report of the largest archive how its newest articles of common words compare with the smallest's.
    static func added(to reports: [ArchiveReport]) -> [ArchiveReport] {
        guard let largest = reports.indices.max(by: { reports[$0].articles < reports[$1].articles }),
            let smallest = reports.indices.min(by: { reports[$0].articles < reports[$1].articles }),
            reports[smallest].articles < reports[largest].articles
        else { return reports }
        var reports = reports
        let pairs = zip(commonWords(of: reports[smallest]), commonWords(of: reports[largest]))
        reports[largest].measures += pairs.map { few, many in
            Measure(
                name: "newest 20 as the archive grows", query: many.query, ours: many.ours,
                other: .init(name: "ours, \(reports[smallest].articles) articles", timing: few.ours),
                target: .newestAsArchiveGrows)
        }
        return reports
    }

    // Most common first.
    private static func commonWords(of report: ArchiveReport) -> [Measure] {
        let common = report.measures.filter { $0.target == .newestOfCommonWord }
        return common.sorted { ($0.query?.matches ?? 0) > ($1.query?.matches ?? 0) }
    }
}
