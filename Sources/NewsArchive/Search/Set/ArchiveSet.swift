/// Several archives that are searched as if they were one.
///
/// ```swift
/// let set = ArchiveSet([
///     try Archive(path: "2024.sqlite", mode: .readOnly), try Archive(path: "2025.sqlite", mode: .readOnly),
/// ])
/// let found = try await set.search("ceasefire", order: .newest, limit: 10)
/// for result in found.results {
///     print(result.archive, result.article.id, result.article.headline.text)
/// }
/// ```
/// All are asked at the same time, and each shows one state of itself. Nothing joins their articles: one that two archives have
/// is found twice. An error of one is the error of all.
///
/// A score says how well an article matches within its own archive: bm25 weighs a word by how many articles of the
/// archive have it, and an article by how long those are on average. Archives that are much alike have scores that are, too; an
/// archive in which a word is rarer ranks its articles higher.
public struct ArchiveSet: Sendable {
    /// The archives, by whose places results say which one they are from.
    public let archives: [Archive]

    /// A set of archives, which stay usable by themselves.
    public init(_ archives: [Archive]) {
        self.archives = archives
    }

    /// Asks all archives at the same time, and returns their answers in the order of the archives.
    func each<Result: Sendable>(
        _ ask: @escaping @Sendable (_ place: Int, _ archive: Archive) async throws -> Result
    ) async throws -> [Result] {
        try await withThrowingTaskGroup(of: (place: Int, answer: Result).self) { group in
            for (place, archive) in archives.enumerated() {
                group.addTask { (place, try await ask(place, archive)) }
            }
            var answers: [(place: Int, answer: Result)] = []
            for try await answer in group { answers.append(answer) }
            return answers.sorted { $0.place < $1.place }.map(\.answer)
        }
    }
}
