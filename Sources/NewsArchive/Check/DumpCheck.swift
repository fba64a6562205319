import NewsArchiveSQLite

/// Whether a dump has the records that it says it has, and none after them.
///
/// Of an excerpt, and where articles were pruned, some may be missing.
struct DumpCheck: CheckPart {
    static let name = "records of dumps"

    /// What there is of a dump.
    struct Presence {
        var records = 0
        var sumOfPositions = 0
        var last = -1

        mutating func add(_ position: Int) {
            records += 1
            sumOfPositions &+= position
            last = max(last, position)
        }
    }

    /// What a dump says of itself.
    struct Claim {
        let id: Int64
        let records: Int
        let isExcerpt: Bool
        /// By what became of them: added, seen again, revised, rejected.
        let counts: [Int]

        var counted: Int { counts.reduce(0, &+) }

        func problem(_ present: Presence, maySomeBeMissing: Bool) -> String? {
            if present.last >= records {
                return "there is a record \(present.last), after the \(records) records that it says it has"
            }
            if counts.contains(where: { $0 < 0 }) || records < 0 {
                return "what it says of its records is no count"
            }
            if counted != records {
                return "its counts add up to \(counted), and it says it has \(records) records"
            }
            if isExcerpt || maySomeBeMissing { return nil }
            if present.records > records { return "there are two records of one number" }
            let sum = records &* (records - 1) / 2
            guard present.records != records || present.sumOfPositions != sum else { return nil }
            return "\(records - present.records) of its \(records) records are not there"
        }
    }

    func run(_ connection: Connection, _ log: CheckLog) throws {
        try Self.problems(connection) { claim, _, problem in
            log.add(.dump, table: "dump", at: "dump \(claim.id)", problem)
        }
    }

    /// Calls `body` for each dump whose row is not true.
    static func problems(
        _ connection: Connection, _ body: (Claim, Presence, String) throws -> Void
    ) throws {
        let isPruned = try connection.integer("SELECT EXISTS (SELECT 1 FROM pruned_article)") == 1
        let present = try presence(connection)
        var rows = try Statement(
            connection,
            "SELECT id, records, is_excerpt, added, seen_again, revised, rejected FROM dump ORDER BY id")
        let claims = try rows.all { row in
            Claim(
                id: try row.integer(0), records: Int(try row.integer(1)), isExcerpt: try row.integer(2) != 0,
                counts: try (3...6).map { Int(try row.integer($0)) })
        }
        for claim in claims {
            let found = present[claim.id] ?? Presence()
            guard let problem = claim.problem(found, maySomeBeMissing: isPruned) else { continue }
            try body(claim, found, problem)
        }
    }

    private static func presence(_ connection: Connection) throws -> [Int64: Presence] {
        var present: [Int64: Presence] = [:]
        for table in ["sighting", "rejection"] {
            var rows = try Statement(connection, "SELECT dump_id, position FROM \(table)")
            while try rows.step() {
                let position = Int(clamping: min(try rows.integer(1), 1 << 53))
                present[try rows.integer(0), default: Presence()].add(position)
            }
        }
        return present
    }
}
