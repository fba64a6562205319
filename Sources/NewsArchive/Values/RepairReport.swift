/// What a repair of an archive did, or would do.
public struct RepairReport: Equatable, Sendable {
    /// Something that was put right.
    public struct Repair: Equatable, Sendable {
        /// What did not hold.
        public let kind: CheckReport.Kind
        /// What was done, as "removed the trigger note_change".
        public let text: String
        /// How often.
        public internal(set) var count: Int
    }

    /// What was wrong.
    public let found: CheckReport
    /// What was done, in that order.
    public let repairs: [Repair]
    /// What is wrong now: nothing, as a rule.
    public let remaining: CheckReport
    /// Whether nothing was changed.
    public let isDryRun: Bool
}
