/// What was pruned.
public struct PruneReport: Equatable, Sendable {
    /// Articles that are gone.
    public internal(set) var articles = 0
    /// Their sightings, gone with them.
    public internal(set) var sightings = 0
    /// Bytes of their headlines and texts. The file shrinks when it is compacted.
    public internal(set) var bytes = 0
    /// Articles that are as old, and were kept for the query finds them.
    public let kept: Int

    init(kept: Int) {
        self.kept = kept
    }
}
