import Dispatch
import NewsArchiveSQLite
import Synchronization

/// One connection, opened when it is first needed, and a thread's worth of work on it at a time.
///
/// SQLite's calls block; they run on a queue of Dispatch and never on the threads that Swift's tasks share.
final class ConnectionQueue: Sendable {
    private enum State {
        case unopened
        case open(Connection)
        case closed
    }

    private let queue: DispatchQueue
    private let state = Mutex<State>(.unopened)
    private let isClosed = Atomic(false)
    private let open: @Sendable () throws -> Connection

    init(label: String, open: @escaping @Sendable () throws -> Connection) {
        queue = DispatchQueue(label: label)
        self.open = open
    }

    /// Takes over a connection that was opened already, if it has none.
    func adopt(_ connection: sending Connection) {
        let connection = Adopted(connection)
        state.withLock { state in
            if case .unopened = state { state = .open(connection.connection) }
        }
    }

    // On its way from one thread to another, which is what a connection may do while nobody uses it.
    private struct Adopted: @unchecked Sendable {
        let connection: Connection

        init(_ connection: sending Connection) {
            self.connection = connection
        }
    }

    /// Runs `work` on the queue's thread when what was asked before is done.
    func run<Result: Sendable>(
        _ work: @escaping @Sendable (Connection) throws -> Result
    ) async throws -> Result {
        guard !isClosed.load(ordering: .acquiring) else { throw ArchiveError.closed }
        return try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(with: Swift.Result { try self.runNow(work) })
            }
        }
    }

    /// Runs `work` on the calling thread when what was asked before is done.
    func runNow<Result: Sendable>(_ work: @Sendable (Connection) throws -> Result) throws -> Result {
        try state.withLock { state in
            switch state {
            case .closed: throw ArchiveError.closed
            case .open(let connection): return try work(connection)
            case .unopened:
                let connection = try open()
                state = .open(connection)
                return try work(connection)
            }
        }
    }

    /// Closes the connection when what was asked before is done. Work that is asked for from now on throws
    /// ``ArchiveError/closed``.
    func close() async {
        isClosed.store(true, ordering: .releasing)
        await withCheckedContinuation { continuation in
            queue.async {
                self.state.withLock { $0 = .closed }
                continuation.resume()
            }
        }
    }
}
