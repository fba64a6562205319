import NewsArchiveSQLite

/// Gives out the ids of new articles: the next free slot of a minute, or of the next minute that has one.
final class SlotAllocator {
    private var highest: Statement
    private var recordLongestSpill: Statement
    private var nextSlot: [Int64: Int64] = [:]
    // Where to look when a minute is full, so that a day of a million articles is not searched minute by minute.
    private var overflow: [Int64: Int64] = [:]
    /// By how many minutes an id was put behind its article's minute, at the most.
    private(set) var longestSpill: Int64 = 0

    init(_ connection: Connection) throws {
        recordLongestSpill = try Statement(
            connection, "UPDATE archive SET longest_spill = max(longest_spill, ?1)")
        highest = try Statement(
            connection,
            """
            SELECT max(id)
            FROM (
              SELECT max(id) AS id FROM article WHERE id BETWEEN ?1 AND ?2
              UNION ALL
              SELECT max(id) FROM former_id WHERE id BETWEEN ?1 AND ?2
              UNION ALL
              SELECT max(id) FROM removed_article WHERE id BETWEEN ?1 AND ?2
            )
            """)
    }

    /// Writes down how far ids were put behind their minutes: a search by time must know it.
    func recordSpill() throws {
        guard longestSpill > 0 else { return }
        try recordLongestSpill.bind(1, longestSpill)
        try recordLongestSpill.run()
    }

    /// Takes in that an id that was given out elsewhere is so many minutes behind its article's minute.
    func note(spill minutes: Int64) {
        longestSpill = max(longestSpill, minutes)
    }

    /// Forgets what was given out, after a transaction that did not commit or before one in which others may write.
    func startChunk() {
        nextSlot.removeAll(keepingCapacity: true)
        overflow.removeAll(keepingCapacity: true)
        longestSpill = 0
    }

    /// An id for an article of a minute.
    func next(forMinute wanted: Int64) throws -> ArticleID {
        var minute = overflow[wanted] ?? wanted
        while true {
            let slots = ArticleID.slots(ofMinute: minute)
            let slot = try nextSlot[minute] ?? firstFree(slots)
            if slots.contains(slot) {
                nextSlot[minute] = slot + 1
                if minute != wanted { overflow[wanted] = minute }
                if wanted != ArticleID.undatedMinute { longestSpill = max(longestSpill, minute - wanted) }
                return ArticleID(rawValue: slot)
            }
            nextSlot[minute] = slot
            minute = overflow[minute] ?? minute + 1
        }
    }

    private func firstFree(_ slots: ClosedRange<Int64>) throws -> Int64 {
        try highest.bind(1, slots.lowerBound)
        try highest.bind(2, slots.upperBound)
        let taken = try highest.first { try $0.optionalInteger(0) } ?? nil
        return taken.map { $0 + 1 } ?? slots.lowerBound
    }
}
