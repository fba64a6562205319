import CNewsArchiveSQLite
import Glibc

/// Waits for the locks of other connections, up to a limit each time.
///
/// SQLite's own handler sleeps longer the longer it waits, up to 100 ms at a time, and then misses the moment between two
/// transactions of a writer that goes on at once. This one sleeps 1 to 4 ms, at random, so that of several that wait none
/// is always the last.
final class LockWait {
    private let limit: Duration
    private var deadline = ContinuousClock.now
    /// Ends the waiting before its limit.
    var stop: StopFlag?

    init(limit: Duration) {
        self.limit = limit
    }

    /// Whether to try again, after a short sleep.
    ///
    /// - Parameter attempts: How often the lock was asked for before.
    private func goesOn(after attempts: Int32) -> Bool {
        let now = ContinuousClock.now
        if attempts == 0 { deadline = now + limit }
        guard now < deadline, stop?.isSet != true else { return false }
        usleep(UInt32.random(in: 1000...4000))
        return true
    }

    /// What SQLite calls, with the object as its context (https://www.sqlite.org/c3ref/busy_handler.html).
    static let handler: @convention(c) (UnsafeMutableRawPointer?, Int32) -> Int32 = { context, attempts in
        guard let context else { return 0 }
        let wait = Unmanaged<LockWait>.fromOpaque(context).takeUnretainedValue()
        return wait.goesOn(after: attempts) ? 1 : 0
    }
}
