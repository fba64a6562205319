/// Puts rows that come in the order of their ids into the order of their exact times.
///
/// The ids say the minute. Within a minute the seconds decide, and an article of a full minute has an id of a later
/// one; so a row waits until no row that is still to come can belong before it. At most the rows of
/// `longestSpill` + 1 minutes wait.
struct PublicationOrder {
    /// A row: its id, and its time in seconds since 1970-01-01 UTC, if any.
    struct Row: Equatable {
        let id: ArticleID
        let seconds: Int64?

        /// The seconds, or those of the minute that the id says where there is no date.
        var time: Int64 { seconds ?? id.minute * 60 }
    }

    private let isNewestFirst: Bool
    private let longestSpill: Int64
    private var waiting: [Row] = []

    init(newestFirst: Bool, longestSpill: Int64) {
        isNewestFirst = newestFirst
        self.longestSpill = longestSpill
    }

    /// Takes the next row, and gives those whose turn has come.
    mutating func add(_ row: Row) -> [Row] {
        let ready = waiting.filter { canLeave($0, before: row.id) }
        if !ready.isEmpty { waiting.removeAll(where: ready.contains) }
        waiting.append(row)
        return ready.sorted(by: isInOrder)
    }

    /// Gives those that are left when no more rows come.
    mutating func finish() -> [Row] {
        defer { waiting = [] }
        return waiting.sorted(by: isInOrder)
    }

    // A row to come has an id not before `id`, and was published in the id's minute or up to `longestSpill` before.
    private func canLeave(_ row: Row, before id: ArticleID) -> Bool {
        let minute = id.minute
        return if isNewestFirst {
            row.time > minute * 60 + 59
        } else {
            row.time < (minute - longestSpill) * 60
        }
    }

    private func isInOrder(_ first: Row, _ second: Row) -> Bool {
        let (one, other) = ((first.time, first.id), (second.time, second.id))
        return isNewestFirst ? one > other : one < other
    }
}
