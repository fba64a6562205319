/// How long a contender took for a question, each time.
struct QuestionTimes {
    private enum Outcome {
        case unasked
        case found(Int)
        case impossible
        case failed(String)
    }

    let question: SearchQuestion
    private var outcome = Outcome.unasked
    private var durations: [Duration] = []

    init(_ question: SearchQuestion) {
        self.question = question
    }

    /// How long all runs took together.
    var total: Duration { durations.reduce(.zero, +) }

    /// Asks once more; what failed is asked again, too, but stays a failure.
    mutating func ask(_ contender: some SearchContender) async {
        let start = ContinuousClock.now
        do {
            let found = try await contender.answer(question)
            durations.append(ContinuousClock.now - start)
            if case .failed = outcome { return }
            outcome = found.map(Outcome.found) ?? .impossible
        } catch {
            outcome = .failed("\(error)")
        }
    }

    /// The line that the contender prints.
    var line: String {
        let nanoseconds = durations.map { "\(Int64(($0 / .nanoseconds(1)).rounded()))" }
        return switch outcome {
        case .unasked: "unasked"
        case .found(let count): (["found", "\(count)"] + nanoseconds).joined(separator: "\t")
        case .impossible: "impossible"
        case .failed(let why): "failed\t\(why.split(whereSeparator: \.isNewline).joined(separator: " "))"
        }
    }
}
