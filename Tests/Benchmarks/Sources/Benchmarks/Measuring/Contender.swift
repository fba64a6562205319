import Dispatch

/// One of several ways to the same answer.
struct Contender {
    let run: () async throws -> Void
    /// What is done after each run, outside its time.
    var tidy: () async throws -> Void = {}

    /// Work that blocks, asked for by a task and done on a thread of its own, as the library's is.
    static func onThread(_ work: @escaping () throws -> Void) -> Contender {
        let work = Work(run: work)
        return Contender {
            try await withCheckedThrowingContinuation { continuation in
                thread.async { continuation.resume(with: Result { try work.run() }) }
            }
        }
    }

    private static let thread = DispatchQueue(label: "benchmark.stock")

    // Nobody touches it while the task waits.
    private struct Work: @unchecked Sendable {
        let run: () throws -> Void
    }

    /// The times of some contenders, warm: each runs once without being timed, then all its runs follow each other, so
    /// that none finds the caches full of what another one read. One that has taken ten seconds in all runs no more.
    static func times(_ runs: Int, _ contenders: [Contender]) async throws -> [Timing] {
        var timings: [Timing] = []
        for contender in contenders {
            _ = try await contender.time()
            var timing = Timing()
            for _ in 0..<max(runs, 1) where timing.seconds.reduce(0, +) < 10 {
                timing.add(try await contender.time())
            }
            timings.append(timing)
        }
        return timings
    }

    private func time() async throws -> Duration {
        let duration = try await ContinuousClock().measure { try await run() }
        try await tidy()
        return duration
    }
}
