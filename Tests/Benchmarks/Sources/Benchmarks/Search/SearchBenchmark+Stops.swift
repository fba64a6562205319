import NewsArchive

extension SearchBenchmark {
    /// How long slow searches go on after they should have ended, and whether the archive answers then.
    func stops() async throws -> [Measure] {
        var measures: [Measure] = []
        for slow in slowSearches() {
            // In a small archive nothing takes long: there it is stopped earlier.
            let whole = try await time { try await slow.run(.seconds(2)) }.0
            let budget = min(Duration.milliseconds(20), whole / 3)
            measures.append(
                try await stop("out of time: \(slow.name)", budget) { try await slow.run(budget) })
            measures.append(
                try await stop("cancelled: \(slow.name)", budget) {
                    try await cancelled(after: budget) { try await slow.run(nil) }
                })
        }
        return measures
    }

    private func stop(
        _ name: String, _ budget: Duration, _ search: () async throws -> Void
    ) async throws -> Measure {
        var timing = Timing()
        var wasStopped = true
        for _ in 0..<runs {
            let (time, isStopped) = try await time(search)
            timing.add(max(.zero, time - budget))
            wasStopped = wasStopped && isStopped
            // What was stopped must not disturb what comes after.
            if let word = queries.words.last { _ = try await archive.search(word.typed, order: .newest) }
        }
        var measure = Measure(name: "past its end: \(name)", query: nil, ours: timing, target: .stop)
        measure.isMeaningful = wasStopped && budget > .milliseconds(1)
        return measure
    }

    // How long a search took, and whether it was stopped.
    private func time(_ search: () async throws -> Void) async throws -> (Duration, isStopped: Bool) {
        let start = ContinuousClock.now
        var isStopped = true
        do {
            try await search()
            isStopped = false
        } catch is CancellationError {
        } catch ArchiveError.timedOut {
        }
        return (ContinuousClock.now - start, isStopped)
    }

    private func cancelled(
        after budget: Duration, _ search: @escaping @Sendable () async throws -> Void
    ) async throws {
        let task = Task.detached { try await search() }
        try await Task.sleep(for: budget)
        task.cancel()
        try await task.value
    }

    private struct SlowSearch: Sendable {
        let name: String
        let run: @Sendable (_ timeout: Duration?) async throws -> Void
    }

    // By our own reader; by FTS5; by the articles' rows; by their sightings.
    private func slowSearches() -> [SlowSearch] {
        let archive = archive
        let letters = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { "\(Character(Unicode.Scalar($0)))*" }
        let all = letters.joined(separator: " OR ")
        let near = queries.words.suffix(2).map(\.typed).joined(separator: " ")
        return [
            SlowSearch(name: "relevance of a* OR … z*") {
                _ = try await archive.search(all, order: .relevance, timeout: $0)
            },
            SlowSearch(name: "relevance of words near each other") {
                _ = try await archive.search("\"\(near)\"~50", order: .relevance, timeout: $0)
            },
            SlowSearch(name: "views of a* OR … z*") {
                _ = try await archive.search(all, order: .views, timeout: $0)
            },
            SlowSearch(name: "sources of a* OR … z*") {
                _ = try await archive.sources(of: Query(all), timeout: $0)
            },
        ]
    }
}
