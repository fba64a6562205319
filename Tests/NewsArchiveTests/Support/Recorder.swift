import Synchronization

/// What a callback was called with, from whatever thread.
final class Recorder<Value: Sendable>: Sendable {
    private let state = Mutex<[Value]>([])

    var values: [Value] { state.withLock { $0 } }

    func record(_ value: Value) { state.withLock { $0.append(value) } }
}
