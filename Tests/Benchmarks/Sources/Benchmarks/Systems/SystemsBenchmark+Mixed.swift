import SearchProtocol

extension SystemsBenchmark {
    /// Questions of all kinds, one after the other, each asked once of a process that has answered others before.
    func mixedQueries() throws -> String {
        let warmUp = questions.mixed.questions(100, seed: 1)
        let asked = questions.mixed.questions(options.queries, seed: 2)
        var timings: [Timing] = []
        for system in systems {
            Notice.say("asking \(system.name) mixed questions")
            let answers = try answers(of: system, to: warmUp + asked, runs: 1).answers
            timings.append(Timing(answers.dropFirst(warmUp.count).flatMap(\.seconds)))
        }
        let heading =
            "## \(asked.count) mixed queries, \(questions.articles) articles\n\n\(Self.mixedLegend)\n\n"
        return heading + mixedTable(timings)
    }

    private static let mixedLegend = """
        Words (50 %), two words (25 %), one of two words (15 %) and phrases (10 %); by relevance (40 %), newest (40 %) and
        counts (20 %); a word is as likely in 10 articles as in 1,000.
        """

    private func mixedTable(_ timings: [Timing]) -> String {
        let header = ["system", "p50", "p95", "p99", "longest", "all", "all : ours"]
        let totals = timings.map { $0.seconds.reduce(0, +) }
        let rows = systems.indices.map { index in
            [systems[index].name] + SystemText.quantiles(timings[index])
                + [NumberText.time(totals[index]), NumberText.factor(totals[index] / max(totals[0], 1e-9))]
        }
        return MarkdownTable.text([header] + rows)
    }
}
