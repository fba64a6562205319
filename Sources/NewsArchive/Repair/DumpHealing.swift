import NewsArchiveSQLite

/// Writes down of dumps which records there are.
///
/// One of which records are missing becomes an excerpt: so the archive says that it has not all of it.
struct DumpHealing: HealingStep {
    static let name = "records of dumps"

    func run(_ connection: Connection, _ log: RepairLog) throws {
        var problems: [(claim: DumpCheck.Claim, present: DumpCheck.Presence)] = []
        try DumpCheck.problems(connection) { claim, present, _ in problems.append((claim, present)) }
        var update = try Statement(
            connection,
            """
            UPDATE dump
            SET records = ?2, added = ?3, seen_again = ?4, revised = ?5, rejected = ?6, is_excerpt = 1
            WHERE id = ?1
            """)
        for (claim, present) in problems {
            let records = max(claim.records, present.last + 1, 0)
            var counts = claim.counts
            // What became of records that nobody counted is not known: they were seen.
            counts[1] = records - counts[0] - counts[2] - counts[3]
            if counts.contains(where: { !(0...records).contains($0) }) { counts = [0, records, 0, 0] }
            try update.bind(1, claim.id)
            try update.bind(2, records)
            for (number, count) in counts.enumerated() { try update.bind(Int32(number + 3), count) }
            try update.run()
        }
        log.add(.dump, "wrote down which records of a dump there are", problems.count)
    }
}
