/// Puts the pages of several archives into one order.
struct PageMerge {
    private let pages: [SearchPage]
    // Where each archive's own search has come to.
    private var cursors: [SearchCursor?]
    private var taken: [Int]

    /// - Parameter cursors: Where the page before ended, in each of the archives.
    init(_ pages: [SearchPage], after cursors: [SearchCursor?]) {
        self.pages = pages
        self.cursors = cursors
        taken = pages.map { _ in 0 }
    }

    /// The first articles of all, and where the next page begins if there is one.
    ///
    /// Each archive goes on behind the last of its own articles that was shown, so that nothing is shown twice.
    func first(_ limit: Int) -> (results: [ArchiveSetResult], next: ArchiveSetCursor?) {
        var merge = self
        var results: [ArchiveSetResult] = []
        while results.count < limit, let result = merge.next() { results.append(result) }
        return (results, merge.hasMore && !results.isEmpty ? ArchiveSetCursor(cursors: merge.cursors) : nil)
    }

    private var hasMore: Bool {
        pages.indices.contains { taken[$0] < pages[$0].results.count || pages[$0].next != nil }
    }

    private mutating func next() -> ArchiveSetResult? {
        var best: (place: Int, found: PlacedResult)?
        for place in pages.indices where taken[place] < pages[place].results.count {
            let found = pages[place].results[taken[place]]
            // Of two that are alike in everything, the one of the archive that was named first.
            if let best, !found.cursor.precedes(best.found.cursor) { continue }
            best = (place, found)
        }
        guard let best else { return nil }
        taken[best.place] += 1
        cursors[best.place] = best.found.cursor
        return ArchiveSetResult(archive: best.place, article: best.found.result)
    }
}
