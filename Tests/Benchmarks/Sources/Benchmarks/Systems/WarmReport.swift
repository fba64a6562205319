import SearchProtocol

/// The tables of what was asked again and again: how long it took, and how much was found.
struct WarmReport {
    struct Asked {
        let subject: QuestionSet.Subject
        let measure: SearchQuestion.Measure
        /// What ours should reach beside plain FTS5.
        let target: Target?

        init(_ subject: QuestionSet.Subject, _ measure: SearchQuestion.Measure, target: Target? = nil) {
            self.subject = subject
            self.measure = measure
            self.target = target
        }

        var question: SearchQuestion { subject.asked(measure) }
    }

    let systems: [String]
    let articles: Int
    let asked: [Asked]
    /// Of each system, in the order of what was asked.
    let answers: [SystemAnswers]

    /// The medians, and how many times as long as ours the others took.
    var times: String {
        let header =
            ["measure", "query", "articles"] + systems + others.map { "\(systems[$0]) : ours, ids" }
            + ["target", "holds"]
        return "\(Self.legend)\n\n" + MarkdownTable.text([header] + asked.indices.map(timesRow))
    }

    /// What each counts.
    var counts: String {
        let shown = [0] + others
        let rows = asked.indices.filter { asked[$0].measure == .count }.map { index in
            ["`\(asked[index].subject.text)`"]
                + shown.map { SystemText.number(answers[$0].answers[index].found) }
        }
        return "Articles found; the others also have the repeats of articles that ours knows again:\n\n"
            + MarkdownTable.text([["query"] + shown.map { systems[$0] }] + rows)
    }

    private static let legend = """
        Medians within a process that has asked the same before, and how many times as long as ours, and as our ids, the
        others took. All read ids, headlines and times of 20 articles; but "ours" makes marks and a snippet of each, too,
        and "ours, ids" reads nothing of them, for the library has nothing between. GRDB reads the file of plain FTS5, and
        checks its pattern anew each time, as its documentation has it. Rows in the order of time are our rule; in the
        files of the others an accident of the dump, which newest-by-row makes use of. tantivy sorts by a fast field,
        counts months as ranges of it, has other tokens and weights, and does not rank beginnings. What took ten seconds
        is not asked again.
        """

    // Those that are not ours.
    private var others: [Int] {
        systems.indices.filter { systems[$0] != SearchSystem.ours && systems[$0] != SearchSystem.oursIDs }
    }

    private func timesRow(_ index: Int) -> [String] {
        let medians = answers.map { $0.answers[index].warm?.median }
        let ratios = others.map { other in [0, 1].map { ratio(medians[other], to: medians[$0]) } }
        let cells = ratios.map { $0.compactMap { $0.map(NumberText.factor) }.joined(separator: ", ") }
        return labels(index) + medians.map(SystemText.time) + cells
            + verdict(asked[index].target, ratio: ratios.first?[0])
    }

    private func labels(_ index: Int) -> [String] {
        let subject = asked[index].subject
        let count = asked.firstIndex { $0.subject == subject && $0.measure == .count }
        let found = count.flatMap { answers[0].answers[$0].found }
        let share = found.map { NumberText.share($0, of: articles) } ?? ""
        return [asked[index].measure.rawValue, "`\(subject.text)`", share]
    }

    private func ratio(_ other: Double?, to ours: Double?) -> Double? {
        guard let other, let ours, ours > 0 else { return nil }
        return other / ours
    }

    private func verdict(_ target: Target?, ratio: Double?) -> [String] {
        guard let target, case .speedup(let factor) = target.demand, let ratio else { return ["", ""] }
        let holds = ratio >= factor ? "yes" : "no"
        return [target.text, articles >= target.articles ? holds : Measure.Verdict.notAsked.rawValue]
    }
}
