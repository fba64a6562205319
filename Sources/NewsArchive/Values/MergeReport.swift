/// What a merge did.
public struct MergeReport: Equatable, Sendable {
    /// Dumps of which something was new.
    public internal(set) var dumps = 0
    /// Dumps that the archive had already.
    public internal(set) var known = 0
    /// What became of the records of the new ones.
    public internal(set) var counts = RecordCounts()

    init() {}
}
