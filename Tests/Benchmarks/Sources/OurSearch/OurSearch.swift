import NewsArchive
import SearchProtocol

/// The library.
struct OurSearch: SearchContender {
    let archive: Archive
    /// Whether the search alone is measured. Results have marks and a snippet beside headline and time; the library gives
    /// nothing in between.
    let onlyIDs: Bool

    init(path: String, onlyIDs: Bool) throws {
        // One that would have to wait for a lock fails.
        archive = try Archive(path: path, mode: .readOnly, waitSeconds: 0)
        self.onlyIDs = onlyIDs
    }

    func answer(_ question: SearchQuestion) async throws -> Int? {
        switch question.measure {
        case .newest, .newestByRow: try await page(question.typed, .newest)
        case .relevance: try await page(question.typed, .relevance)
        case .count: try await archive.search(question.typed, limit: 0, countsAll: true).total.map(Int.init)
        case .histogram:
            try await archive.histogram(of: Query(question.typed), by: .month).reduce(0) {
                $0 + Int($1.count)
            }
        }
    }

    private func page(_ typed: String, _ order: SearchOrder) async throws -> Int {
        onlyIDs
            ? try await archive.ids(of: Query(typed), order: order, limit: 20).count
            : try await archive.search(typed, order: order, limit: 20).results.count
    }
}

extension SearchQuestion {
    /// The words as one would type them.
    fileprivate var typed: String {
        switch match {
        case .word, .all: words.joined(separator: " ")
        case .any: words.joined(separator: " OR ")
        case .phrase: "\"\(words.joined(separator: " "))\""
        case .beginning: "\(words.joined())*"
        }
    }
}
