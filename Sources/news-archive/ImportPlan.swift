import NewsArchive

/// The dumps of one import, in the order in which they are imported.
///
/// Snapshots of feeds come in the order of their own times, so that what was revised when is right whatever their files are
/// called. Everything else keeps its place.
struct ImportPlan {
    /// A dump, and how many bytes of others come before it.
    struct Step {
        let input: DumpPaths.Input
        let bytesBefore: Int
    }

    private(set) var steps: [Step] = []
    private(set) var totalBytes = 0

    /// - Parameter isCancelled: asked before each dump; the plan is not needed then.
    init(
        _ inputs: [DumpPaths.Input], _ options: ImportOptions, isCancelled: () -> Bool = { Task.isCancelled }
    ) async {
        guard inputs.count > 1 else {
            steps = inputs.map { Step(input: $0, bytesBefore: 0) }
            return
        }
        var inspections: [DumpInspection?] = []
        for input in inputs where !isCancelled() {
            inspections.append(await Self.inspection(of: input, options))
        }
        guard inspections.count == inputs.count else { return }
        for index in Self.order(inspections.map { $0?.taken }) {
            steps.append(Step(input: inputs[index], bytesBefore: totalBytes))
            totalBytes += inspections[index]?.byteCount ?? 0
        }
    }

    /// The order of dumps that were taken at these times; those without a time stay where they are.
    static func order(_ times: [LocalTime?]) -> [Int] {
        let places = times.indices.filter { times[$0] != nil }
        // The sort is stable.
        let sorted = places.sorted { first, second in
            (times[first]?.secondsByItsOwnClock ?? 0, first) < (
                times[second]?.secondsByItsOwnClock ?? 0, second
            )
        }
        var order = Array(times.indices)
        for (place, index) in zip(places, sorted) { order[place] = index }
        return order
    }

    // What is wrong with a dump is said when it is imported. A pipe cannot be looked at before.
    private static func inspection(
        of input: DumpPaths.Input, _ options: ImportOptions
    ) async -> DumpInspection? {
        guard input.isRegular else { return nil }
        return try? await Archive.inspectDump(input.dump, options: options)
    }
}
