/// What a contender is called with: FILE RUNS SECONDS, and options of its own behind them.
package struct ContenderArguments {
    package let file: String
    /// How often each question is asked.
    package let runs: Int
    /// For how long all questions are asked over and over; 0 to ask each `runs` times, one after the other.
    package let seconds: Double

    /// - Returns: nil for arguments that are not understood.
    package init?(_ arguments: [String]) {
        guard arguments.count > 3, let runs = Int(arguments[2]), runs > 0, let seconds = Double(arguments[3])
        else { return nil }
        file = arguments[1]
        self.runs = runs
        self.seconds = seconds
    }
}
