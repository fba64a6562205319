/// What was taken back with a dump.
public struct UndoReport: Equatable, Sendable {
    /// The dump's name.
    public let dump: String
    /// Articles that no other dump lists, which are gone.
    public internal(set) var removed = 0
    /// Articles that say something else now: an earlier wording, or another time.
    public internal(set) var changed = 0
    /// Sightings that are gone.
    public internal(set) var sightings = 0

    init(dump: String) {
        self.dump = dump
    }
}
