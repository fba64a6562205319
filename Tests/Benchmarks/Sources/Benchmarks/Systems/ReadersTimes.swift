/// What all readers of one file took together.
struct ReadersTimes {
    /// For how long they asked.
    let seconds: Int
    private(set) var timing = Timing()
    private(set) var failures = 0
    /// One of those that there were.
    private(set) var failure: String?

    init(seconds: Int) {
        self.seconds = seconds
    }

    mutating func add(_ reader: SystemAnswers) {
        for answer in reader.answers {
            for seconds in answer.seconds { timing.add(.seconds(seconds)) }
            guard let text = answer.failure else { continue }
            failures += 1
            failure = text
        }
    }

    var queriesPerSecond: String { String(timing.seconds.count / max(seconds, 1)) }
}
