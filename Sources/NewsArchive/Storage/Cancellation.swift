import NewsArchiveSQLite

/// The wish of a task's owner that it end, for a thread that is no task's.
final class Cancellation: Sendable {
    /// Ends what looks at it.
    let stop = StopFlag()

    var isCancelled: Bool { stop.isSet }

    func cancel() { stop.set() }
}
