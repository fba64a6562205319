/// The line of one contender.
struct ChartSeries {
    struct Point {
        let records: Int
        let timing: Timing
    }

    let name: ContenderName
    let points: [Point]

    /// - Parameter value: what is drawn of a run.
    static func all(_ runs: [ImportRun], value: (ImportRun) -> Double) -> [ChartSeries] {
        ContenderRuns.all(runs).map { contender in
            let sizes = Set(contender.runs.map(\.records)).sorted()
            let points = sizes.map { size in
                var timing = Timing()
                for run in contender.runs where run.records == size { timing.add(.seconds(value(run))) }
                return Point(records: size, timing: timing)
            }
            return ChartSeries(name: contender.name, points: points)
        }
    }
}
