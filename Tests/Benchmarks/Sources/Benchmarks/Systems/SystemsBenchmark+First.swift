import SearchProtocol

extension SystemsBenchmark {
    /// One question in a new process, which opens its file for it; and our command until its first result is there.
    func firstQueries() throws -> String {
        // About 1 and 50 % of the articles.
        let subjects = questions.words.dropFirst().prefix(1) + questions.words.suffix(1)
        var rows: [[String]] = []
        for subject in subjects {
            rows += try commandRow(subject)
            for measure in [SearchQuestion.Measure.newest, .relevance] {
                rows += try firstRows(subject.asked(measure), subject)
            }
        }
        let header = ["measure", "query", "system", "process", "opening", "query alone", "target", "holds"]
        let heading =
            "## First query of a new process, \(questions.articles) articles\n\n\(Self.firstLegend)\n\n"
        return heading + MarkdownTable.text([header] + rows)
    }

    // Seconds in which our command is to show something.
    private static let firstResultLimit = 0.03

    private static let firstLegend = """
        Medians. The process: from its start to its end; of the command, to the first byte that it prints. Python takes most
        of tantivy's. The file may be in the system's cache, no page of it in the process's.
        """

    // Each goes first in its turn.
    private func firstRows(_ question: SearchQuestion, _ subject: QuestionSet.Subject) throws -> [[String]] {
        Notice.say("starting processes for \(question.measure.rawValue) of \(subject.text)")
        var firsts = systems.map { _ in FirstTimes() }
        for round in 0..<options.runs {
            for turn in systems.indices {
                let index = (turn + round) % systems.count
                firsts[index].add(try first(question, systems[index]))
            }
        }
        return zip(systems, firsts).map { system, times in
            [question.measure.rawValue, "`\(subject.text)`", system.name] + times.cells + ["", ""]
        }
    }

    private func first(_ question: SearchQuestion, _ system: SearchSystem) throws -> FirstTimes.Run {
        let output = try start(system.command(runs: 1), [question]).finish()
        let answers = try SystemAnswers(output.text, to: [question], by: system.name)
        if let failure = answers.answers[0].failure {
            throw BenchmarkFailure(description: "\(system.name) failed at \(question.line): \(failure)")
        }
        return .init(
            process: output.seconds, opening: answers.opened, query: answers.answers[0].seconds.first)
    }

    private func commandRow(_ subject: QuestionSet.Subject) throws -> [[String]] {
        let arguments = [
            command, "search", "--archive", systems[0].file, "--sort", "newest", "--limit", "20",
            subject.text,
        ]
        var (first, whole) = (Timing(), Timing())
        for _ in 0..<options.runs {
            let output = try PipedProcess(arguments, input: "/dev/null").finish()
            first.add(.seconds(output.secondsToFirstByte))
            whole.add(.seconds(output.seconds))
        }
        let labels = ["newest", "`\(subject.text)`"]
        let holds = first.median < Self.firstResultLimit ? "yes" : "no"
        return [
            labels + ["news-archive search, first byte", NumberText.time(first.median), "", ""]
                + ["< \(NumberText.time(Self.firstResultLimit))", holds],
            labels + ["news-archive search, end", NumberText.time(whole.median), "", "", "", ""],
        ]
    }
}
