import NewsArchiveSQLite

/// What a repair has done so far, and the change that it is.
final class RepairLog {
    private(set) var repairs: [RepairReport.Repair] = []
    private var change: Int64?

    /// Writes down that something was put right, so many times.
    func add(_ kind: CheckReport.Kind, _ text: String, _ count: Int = 1) {
        guard count > 0 else { return }
        if let place = repairs.firstIndex(where: { $0.kind == kind && $0.text == text }) {
            repairs[place].count += count
        } else {
            repairs.append(RepairReport.Repair(kind: kind, text: text, count: count))
        }
    }

    /// Whether something was done about one of some kinds.
    func has(_ kinds: Set<CheckReport.Kind>) -> Bool {
        repairs.contains { kinds.contains($0.kind) }
    }

    /// The number of the change to articles that the repair is; counted when the first article changes.
    func change(_ connection: Connection) throws -> Int64 {
        if let change { return change }
        try connection.execute("UPDATE archive SET last_change = last_change + 1")
        let number = try connection.integer("SELECT last_change FROM archive") ?? 0
        change = number
        return number
    }
}
