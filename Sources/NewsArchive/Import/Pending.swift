import Dispatch
import Synchronization

/// What another thread is working out.
final class Pending<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)
    // Nobody may ever ask for it: libdispatch lets such a semaphore go only where it began with 0.
    private let isDone = DispatchSemaphore(value: 0)

    /// Works it out on a queue.
    init(on queue: DispatchQueue, _ work: @escaping @Sendable () throws -> Value) {
        queue.async {
            let made = Result(catching: work)
            self.result.withLock { $0 = made }
            self.isDone.signal()
        }
    }

    /// What was worked out, when it is; nil when it was asked for before.
    func take() throws -> Value? {
        isDone.wait()
        defer { isDone.signal() }
        let made = result.withLock { result in
            defer { result = nil }
            return result
        }
        return try made?.get()
    }
}
