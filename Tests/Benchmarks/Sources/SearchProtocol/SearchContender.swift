/// A system that has been opened and answers questions.
package protocol SearchContender {
    /// Finds what is asked for, and reads ids, headlines and times of publication of what is to be shown.
    ///
    /// - Returns: how many there are: of results, or of articles that were counted; nil when the system has no such search.
    func answer(_ question: SearchQuestion) async throws -> Int?
}
