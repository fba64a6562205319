import NewsArchiveSQLite

extension SearchSession {
    /// The oldest articles. Those without a date have the lowest ids, and come last all the same.
    func oldestFirst(_ count: Int) throws -> [SearchHit] {
        let border = ArticleID.firstDated
        var found: [SearchHit] = []
        if cursor.map({ $0.id >= border }) ?? true {
            found = try inOrderOfTime(
                count, within: ids.clamped(to: border.rawValue...Int64.max), newestFirst: false)
        }
        guard found.count < count else { return found }
        let undated = ids.clamped(to: Int64.min...border.rawValue - 1)
        return found + (try inOrderOfTime(count - found.count, within: undated, newestFirst: false))
    }

    /// Articles with ids of a range, in the order of their exact times.
    func inOrderOfTime(
        _ count: Int, within ids: ClosedRange<Int64>, newestFirst: Bool
    ) throws -> [SearchHit] {
        let range = rangeAfterCursor(ids, newestFirst)
        if let costly = try costlyBeginnings() {
            for each in [costly.eachCandidate, costly.eachArticle] {
                let found = try inOrderOfTime(count, newestFirst) { add in
                    try each(self, range, newestFirst, add)
                }
                if let found { return found }
            }
        }
        return try inOrderOfTime(count, newestFirst) { add in
            try eachRow(of: try prepareRows(within: range, newestFirst), add)
            return true
        } ?? []
    }

    /// A statement over the ids and times of articles in the order of their ids.
    func prepareRows(within range: ClosedRange<Int64>, _ newestFirst: Bool) throws -> Statement {
        try prepare(
            "\(id), article.published", "ORDER BY \(id) \(newestFirst ? "DESC" : "ASC")", within: range)
    }

    private func eachRow(
        of statement: consuming Statement, _ body: (PublicationOrder.Row) throws -> Bool
    ) throws {
        while try statement.step() {
            let row = PublicationOrder.Row(
                id: ArticleID(rawValue: try statement.integer(0)), seconds: try statement.optionalInteger(1))
            if try !body(row) { return }
        }
    }

    // Puts rows that come in the order of their ids into that of their times; nil where `rows` gives up.
    private func inOrderOfTime(
        _ count: Int, _ newestFirst: Bool,
        rows: (_ add: (PublicationOrder.Row) throws -> Bool) throws -> Bool
    ) throws -> [SearchHit]? {
        var order = PublicationOrder(newestFirst: newestFirst, longestSpill: spill)
        var found: [SearchHit] = []
        let isComplete = try rows { row in
            found += order.add(row).compactMap(hit)
            return found.count < count
        }
        guard isComplete else { return nil }
        if found.count < count { found += order.finish().compactMap(hit) }
        return Array(found.prefix(count))
    }

    // Where a page went on, articles of the cursor's minute and of those that spilled over may be on either side.
    private func rangeAfterCursor(_ ids: ClosedRange<Int64>, _ newestFirst: Bool) -> ClosedRange<Int64> {
        guard let cursor, cursor.id >= .firstDated else { return ids }
        // Oldest first, all articles without a date come behind those with one.
        if !newestFirst, ids.upperBound < ArticleID.firstDated.rawValue { return ids }
        let minute = Int64(cursor.value).flooredQuotient(60)
        return newestFirst
            ? ids.clamped(to: Int64.min...(minute + spill + 1) * ArticleID.slotsPerMinute - 1)
            : ids.clamped(to: minute * ArticleID.slotsPerMinute...Int64.max)
    }

    private func hit(_ row: PublicationOrder.Row) -> SearchHit? {
        let hit = SearchCursor(order: order, value: Double(row.time), id: row.id)
        let isAfter = cursor?.precedes(hit) ?? true
        return isAfter ? SearchHit(cursor: hit, score: nil) : nil
    }
}
