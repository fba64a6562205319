/// What stands in the cells of a table; nothing for what a system does not have.
enum SystemText {
    static func time(_ seconds: Double?) -> String { seconds.map(NumberText.time) ?? "" }

    static func factor(_ factor: Double?) -> String { factor.map(NumberText.factor) ?? "" }

    static func number(_ number: Int?) -> String { number.map(String.init) ?? "" }

    /// The times that half, 95 % and 99 % of the runs did not exceed, and the longest one.
    static func quantiles(_ timing: Timing) -> [String] {
        guard !timing.seconds.isEmpty else { return ["", "", "", ""] }
        return [0.5, 0.95, 0.99, 1].map { NumberText.time(timing.quantile($0)) }
    }
}
