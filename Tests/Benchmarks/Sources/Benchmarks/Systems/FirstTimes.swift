/// What new processes took for one question.
struct FirstTimes {
    struct Run {
        let process: Double
        let opening: Double
        /// nil where the system has no such search.
        let query: Double?
    }

    private var process = Timing()
    private var opening = Timing()
    private var query = Timing()

    mutating func add(_ run: Run) {
        process.add(.seconds(run.process))
        opening.add(.seconds(run.opening))
        if let seconds = run.query { query.add(.seconds(seconds)) }
    }

    /// The medians.
    var cells: [String] { [process, opening, query].map { NumberText.time($0.median) } }
}
