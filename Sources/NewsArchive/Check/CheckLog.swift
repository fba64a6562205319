import NewsArchiveSQLite

/// Gathers what a check finds: a few examples of each kind, and the number of all.
final class CheckLog {
    private(set) var report = CheckReport()
    private let examples: Int

    /// - Parameter examples: how many problems of a kind are kept.
    init(examples: Int, isDeep: Bool) {
        self.examples = examples
        report.isDeep = isDeep
    }

    /// Writes down what could not be looked at, in a sentence without a full stop.
    func omit(_ text: String) {
        report.omissions.append(text)
    }

    /// Writes down a problem.
    func add(
        _ kind: CheckReport.Kind, table: String? = nil, at place: String? = nil,
        _ text: @autoclosure () -> String
    ) {
        let count = report.counts[kind, default: 0]
        report.counts[kind] = count + 1
        guard count < examples else { return }
        report.problems.append(CheckReport.Problem(kind: kind, table: table, place: place, text: text()))
    }
}
