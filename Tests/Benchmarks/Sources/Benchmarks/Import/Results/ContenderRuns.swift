/// The runs of one contender over one number of records.
struct ContenderRuns {
    let name: ContenderName
    let runs: [ImportRun]

    /// Those of each contender that ran.
    static func all(_ runs: [ImportRun]) -> [ContenderRuns] {
        ContenderName.allCases.compactMap { name in
            let own = runs.filter { $0.contender == name }
            return own.isEmpty ? nil : ContenderRuns(name: name, runs: own)
        }
    }

    var timing: Timing {
        var timing = Timing()
        for run in runs { timing.add(.seconds(run.seconds)) }
        return timing
    }

    var peakBytes: Int64 { runs.map(\.peakBytes).max() ?? 0 }

    var fileBytes: Int64 { runs.map(\.fileBytes).max() ?? 0 }
}
