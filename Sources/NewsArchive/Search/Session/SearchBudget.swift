import Dispatch
import NewsArchiveSQLite
import Synchronization

/// Ends a search when its time is up or its task is cancelled.
///
/// From another thread, since FTS5 counts none of its steps: a progress handler is not called while it reads its index.
final class SearchBudget: Sendable {
    private enum End {
        case timedOut
        case cancelled
    }

    private struct State {
        var end: End?
        /// While a connection works for the search.
        var interrupter: Interrupter?
    }

    private let state = Mutex(State())
    private let flag = StopFlag()
    private let timeout: Duration?

    init(timeout: Duration?) {
        self.timeout = timeout
    }

    /// Runs `work`, whose time begins now.
    func spend<Result: Sendable>(_ work: @Sendable () async throws -> Result) async throws -> Result {
        let timer = startTimer()
        defer { timer?.cancel() }
        return try await withTaskCancellationHandler {
            try await work()
        } onCancel: {
            stop(.cancelled)
        }
    }

    /// Runs `work` on a connection, which ends it when the search must end.
    ///
    /// - Throws: ``ArchiveError/timedOut(seconds:)`` or a `CancellationError` then.
    func run<Result>(
        _ connection: Connection, _ work: (Connection, StopFlag) throws -> Result
    ) throws -> Result {
        state.withLock { $0.interrupter = connection.interrupter }
        // A connection that has gone on to another search must not be interrupted for this one.
        defer { state.withLock { $0.interrupter = nil } }
        try check()
        do {
            return try work(connection, flag)
        } catch let error as SQLiteError where error.code == ResultCode.interrupt {
            try check()
            throw error
        }
    }

    private func check() throws {
        switch state.withLock(\.end) {
        case .timedOut: throw ArchiveError.timedOut(seconds: (timeout ?? .zero) / .seconds(1))
        case .cancelled: throw CancellationError()
        case nil: return
        }
    }

    private func stop(_ end: End) {
        // Before the flag, for what it ends asks why.
        state.withLock { $0.end = $0.end ?? end }
        flag.set()
        interrupt()
    }

    // Again and again until the search has ended: an interrupt that comes between two statements is forgotten.
    private func interrupt() {
        let isRunning = state.withLock { state in
            state.interrupter?.interrupt()
            return state.interrupter != nil
        }
        guard isRunning else { return }
        DispatchQueue.global(qos: .userInitiated).asyncAfter(deadline: .now() + .milliseconds(5)) {
            [weak self] in self?.interrupt()
        }
    }

    private func startTimer() -> (any DispatchSourceTimer)? {
        guard let timeout else { return nil }
        if timeout <= .zero { stop(.timedOut) }
        let timer = DispatchSource.makeTimerSource(queue: .global(qos: .userInitiated))
        // A time too long for Dispatch is none.
        let seconds = min(max(timeout / .seconds(1), 0), 1e6)
        timer.schedule(deadline: .now() + seconds, leeway: .milliseconds(1))
        timer.setEventHandler { [weak self] in self?.stop(.timedOut) }
        timer.activate()
        return timer
    }
}
