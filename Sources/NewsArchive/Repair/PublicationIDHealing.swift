import NewsArchiveSQLite

/// Gives articles whose id says another minute an id of their own minute. The former id leads to it.
struct PublicationIDHealing: HealingStep {
    static let name = "ids and times"

    // An id that lies this little behind its article's minute was given to it when minutes were full: a day.
    private static let likelySpill: Int64 = 1440

    private struct Stray {
        let id: ArticleID
        let time: PublicationTime?
    }

    func run(_ connection: Connection, _ log: RepairLog) throws {
        let strays = try strays(connection)
        guard !strays.isEmpty else { return }
        let spills = strays.compactMap { stray in
            stray.time.map { stray.id.minute - $0.minute }.flatMap {
                (0...Self.likelySpill).contains($0) ? $0 : nil
            }
        }
        if let longest = spills.max() {
            try connection.execute("UPDATE archive SET longest_spill = max(longest_spill, \(longest))")
            log.add(.publicationID, "wrote down how far ids lie behind their minutes", spills.count)
        }
        let slots = try SlotAllocator(connection)
        for stray in strays {
            let isSpill = stray.time.map {
                (0...Self.likelySpill).contains(stray.id.minute - $0.minute)
            }
            if isSpill != true { try move(stray, slots, connection, log) }
        }
        if slots.longestSpill > 0 {
            try connection.execute(
                "UPDATE archive SET longest_spill = max(longest_spill, \(slots.longestSpill))")
        }
    }

    private func strays(_ connection: Connection) throws -> [Stray] {
        let spill = try connection.longestSpill()
        var rows = try Statement(
            connection, "SELECT id, published, precision, utc_offset, origin FROM article ORDER BY id")
        var strays: [Stray] = []
        while try rows.step() {
            let id = ArticleID(rawValue: try rows.integer(0))
            let time = try PublicationTime(rows, secondsAt: 1, precisionAt: 2, offsetAt: 3, originAt: 4)
            if !PublicationIDCheck.fits(id, time, spill: spill) { strays.append(Stray(id: id, time: time)) }
        }
        return strays
    }

    private func move(
        _ stray: Stray, _ slots: SlotAllocator, _ connection: Connection, _ log: RepairLog
    ) throws {
        let id = try slots.next(forMinute: stray.time?.minute ?? ArticleID.undatedMinute)
        let change = try log.change(connection)
        for (sql, values) in [
            (
                "UPDATE article SET id = ?1, changed_in = ?3 WHERE id = ?2",
                [id.rawValue, stray.id.rawValue, change]
            ),
            (
                "INSERT OR REPLACE INTO former_id (id, article_id) VALUES (?1, ?2)",
                [stray.id.rawValue, id.rawValue]
            ),
            (
                "INSERT OR REPLACE INTO removed_article (id, removed_in, reason) VALUES (?1, ?2, 'moved')",
                [stray.id.rawValue, change]
            ),
        ] {
            var statement = try Statement(connection, sql)
            for (number, value) in values.enumerated() { try statement.bind(Int32(number + 1), value) }
            try statement.run()
        }
        log.add(.publicationID, "gave an article an id of its minute")
    }
}
