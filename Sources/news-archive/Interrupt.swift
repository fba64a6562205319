import Glibc
import Dispatch

/// Ctrl-C and a request to terminate, as the cancellation of a task.
enum Interrupt {
    /// Runs `work` in a task that the first signal cancels. The second one ends the process at once.
    static func cancelling<Result: Sendable>(
        _ work: @escaping @Sendable () async -> Result
    ) async -> Result {
        let task = Task { await work() }
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                signal(number, SIG_DFL)
                Output.message("stopping after the records at hand; once more to stop at once")
                task.cancel()
            }
            source.resume()
            return source
        }
        let result = await task.value
        for source in sources { source.cancel() }
        return result
    }
}
