import SearchProtocol

/// What a contender printed: how long it took to open its file, and for each question.
struct SystemAnswers {
    /// What became of one question.
    struct Answer {
        /// How many results or articles; nil where the system has no such search, or had no time for it.
        var found: Int?
        /// Every run, the first of the process first.
        var seconds: [Double] = []
        var failure: String?

        /// The runs but the first, which reads what no cache has yet; nil where nothing was found out.
        var warm: Timing? {
            guard found != nil else { return nil }
            return Timing(seconds.count > 1 ? Array(seconds.dropFirst()) : seconds)
        }
    }

    /// Seconds.
    let opened: Double
    /// In the order of the questions.
    let answers: [Answer]

    init(_ text: String, to questions: [SearchQuestion], by system: String) throws {
        let lines = text.split(separator: "\n").map { $0.split(separator: "\t").map(String.init) }
        guard let first = lines.first, first.count == 2, first[0] == "opened",
            let opened = Self.seconds(first[1]), lines.count == questions.count + 1
        else {
            throw BenchmarkFailure(
                description: "\(system) printed \(lines.count) lines instead of \(questions.count + 1)")
        }
        self.opened = opened
        answers = lines.dropFirst().map(Self.answer)
    }

    private static func answer(_ fields: [String]) -> Answer {
        switch fields.first {
        case "found": Answer(found: Int(fields[1]), seconds: fields.dropFirst(2).compactMap(seconds))
        case "failed": Answer(failure: fields.dropFirst().joined(separator: " "))
        default: Answer()
        }
    }

    private static func seconds(_ nanoseconds: String) -> Double? { Double(nanoseconds).map { $0 / 1e9 } }
}
