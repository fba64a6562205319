import ArgumentParser
import Dispatch
import Glibc

/// Ctrl-C and a request to terminate, as the cancellation of a task.
enum Interrupt {
    /// Runs `work` in a task that the first signal cancels. The second one ends the process at once.
    ///
    /// - Parameter notice: What the first signal is answered.
    static func cancelling<Result: Sendable>(
        notice: String = "stopping after the records at hand; once more to stop at once",
        _ work: @escaping @Sendable () async -> Result
    ) async -> Result {
        let task = Task { await work() }
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                signal(number, SIG_DFL)
                Output.message(notice)
                task.cancel()
            }
            source.resume()
            return source
        }
        let result = await task.value
        for source in sources { source.cancel() }
        return result
    }

    /// Runs `work`, and tells its error: ends with status 1 after one, and with 130 when a signal cancelled it.
    static func reportingErrors(_ work: @escaping @Sendable () async throws -> Void) async throws {
        let status = await cancelling(notice: "stopping; once more to stop at once") {
            do {
                try await work()
                return ExitCode.success
            } catch is CancellationError {
                return ExitCode(130)
            } catch {
                Output.error("\(error)")
                return ExitCode(1)
            }
        }
        if status != .success { throw status }
    }
}
