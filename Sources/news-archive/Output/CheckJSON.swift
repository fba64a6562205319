import NewsArchive

/// What `check --json` prints.
struct CheckJSON: Encodable {
    let report: CheckReport

    init(_ report: CheckReport) {
        self.report = report
    }

    private enum Key: String, CodingKey {
        case clean, deep, problems, counts, notLookedAt = "not_looked_at", needsSalvage = "needs_salvage"
    }

    private enum ProblemKey: String, CodingKey {
        case kind, table, place, text, remedy
    }

    func encode(to encoder: any Encoder) throws {
        var object = encoder.container(keyedBy: Key.self)
        try object.encode(report.isClean, forKey: .clean)
        try object.encode(report.isDeep, forKey: .deep)
        try object.encode(report.needsSalvage, forKey: .needsSalvage)
        try object.encode(
            Dictionary(uniqueKeysWithValues: report.counts.map { (Self.key($0.key), $0.value) }),
            forKey: .counts)
        try object.encode(report.omissions, forKey: .notLookedAt)
        var problems = object.nestedUnkeyedContainer(forKey: .problems)
        for problem in report.problems {
            var item = problems.nestedContainer(keyedBy: ProblemKey.self)
            try item.encode(Self.key(problem.kind), forKey: .kind)
            try item.encode(problem.table, forKey: .table)
            try item.encode(problem.place, forKey: .place)
            try item.encode(problem.text, forKey: .text)
            try item.encode(problem.remedy.rawValue, forKey: .remedy)
        }
    }

    /// A kind as keys are written: snake_case.
    static func key(_ kind: CheckReport.Kind) -> String {
        String(kind.rawValue.map { " -".contains($0) ? "_" : $0 })
    }
}
