/// One of several ways to the same answer.
struct Contender {
    let run: () async throws -> Void
    /// What is done after each run, outside its time.
    var tidy: () async throws -> Void = {}

    /// The times of some contenders that take turns, so that what else happens on the machine falls on all of them.
    ///
    /// Each runs once without being timed. One that has taken ten seconds in all takes no further turn.
    static func takeTurns(_ runs: Int, _ contenders: [Contender]) async throws -> [Timing] {
        var timings = contenders.map { _ in Timing() }
        for contender in contenders { _ = try await contender.time() }
        for _ in 0..<max(runs, 1) {
            for (index, contender) in contenders.enumerated()
            where timings[index].seconds.reduce(0, +) < 10 {
                timings[index].add(try await contender.time())
            }
        }
        return timings
    }

    private func time() async throws -> Duration {
        let duration = try await ContinuousClock().measure { try await run() }
        try await tidy()
        return duration
    }
}
