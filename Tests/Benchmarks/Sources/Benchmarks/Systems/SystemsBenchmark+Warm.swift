import SearchProtocol

extension SystemsBenchmark {
    /// Each question, asked again and again of a process that has asked it before.
    func warmQueries() throws -> String {
        let asked = warmQuestions
        var answers: [SystemAnswers] = []
        for system in systems {
            Notice.say("asking \(system.name)")
            answers.append(
                try self.answers(of: system, to: asked.map(\.question), runs: options.runs + 1))
        }
        let report = WarmReport(
            systems: systems.map(\.name), articles: questions.articles, asked: asked, answers: answers)
        return "## Warm, \(questions.articles) articles\n\n\(report.times)\n\(report.counts)"
    }

    private var warmQuestions: [WarmReport.Asked] {
        var asked: [WarmReport.Asked] = []
        for subject in questions.words {
            asked += [.newest, .newestByRow, .relevance, .count, .histogram].map { .init(subject, $0) }
        }
        for subject in questions.phrases + questions.beginnings {
            asked += [.newest, .relevance, .count].map { .init(subject, $0) }
        }
        for subject in questions.common {
            asked += [.init(subject, .relevance, target: .relevanceOfCommonWord), .init(subject, .count)]
        }
        return asked
    }
}
