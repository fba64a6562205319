import Glibc

/// Gives other processes a turn at writing between the transactions of a long operation.
///
/// SQLite has no queue: who waits asks again every few milliseconds (`LockWait`), and a writer that goes on at once is
/// hardly ever found between two transactions. So it pauses for longer than the others sleep, but only after having
/// held the lock for long: that costs 2 % of the time at the most.
struct WritersTurns {
    private static let longest = Duration.milliseconds(250)
    private static let pauseMicroseconds: UInt32 = 5000

    private var held = Duration.zero

    /// Runs a transaction, and pauses after it when it is time.
    mutating func take<Result>(_ transaction: () throws -> Result) rethrows -> Result {
        let start = ContinuousClock.now
        let result = try transaction()
        held += ContinuousClock.now - start
        if held >= Self.longest {
            held = .zero
            usleep(Self.pauseMicroseconds)
        }
        return result
    }
}
