/// Who watches over a review: it may be told to stop, and says how far it is.
struct ReviewWatch: Sendable {
    let isCancelled: @Sendable () -> Bool
    let onProgress: @Sendable (ReviewProgress) -> Void

    /// Says how far it is, now and then.
    ///
    /// - Throws: `CancellationError`.
    func didReach(_ step: ReviewProgress.Step, _ done: Int, of total: Int) throws {
        if isCancelled() { throw CancellationError() }
        guard done % 128 == 0 || done == total else { return }
        onProgress(ReviewProgress(step: step, done: done, total: total))
    }
}
