import NewsArchiveFormats
import NewsArchiveSQLite

/// A row on its way from a damaged file into a new archive.
struct SalvagedRow {
    /// The first columns of its table; those that are missing get what stands for a missing value.
    var values: [Value]
    /// Whether something of it was put right.
    private(set) var isMended: Bool

    /// nil for a row that no archive can hold.
    init?(_ values: [Value], of table: SalvageTable, isCut: Bool) {
        self.values = values
        isMended = isCut
        mendTexts()
        switch table.name {
        case "article": if !mendArticle(table) { return nil }
        case "body", "revision", "metadata":
            if let id = integer("article_id", table), !Self.isPossible(id) { return nil }
        case "sighting": if !mendSighting(table) { return nil }
        default: break
        }
    }

    private static func isPossible(_ id: Int64) -> Bool {
        let id = ArticleID(rawValue: id)
        return id <= ArticleID.lastDated && id.minute >= ArticleID.undatedMinute
    }

    private mutating func mendTexts() {
        for (number, value) in values.enumerated() {
            guard case .text(let bytes) = value,
                bytes.withUnsafeBytes({ UTF8Check.firstInvalidByte($0) }) != nil
            else { continue }
            values[number] = .text(Array(String(decoding: bytes, as: UTF8.self).utf8))
            isMended = true
        }
    }

    // A time that is none is that of the id.
    private mutating func mendArticle(_ table: SalvageTable) -> Bool {
        guard let id = integer("id", table), Self.isPossible(id) else { return false }
        let origin = text("origin", table)
        let isSound =
            isNull("published", table)
            ? isNull("precision", table) && origin == "unknown"
            : isTime(table) && ["stated", "dump"].contains(origin)
        guard !isSound else { return true }
        let time = SalvagedTime.time(of: ArticleID(rawValue: id))
        set("published", time.map { .integer($0.secondsSince1970) }, table)
        set("precision", time.map { .text(Array($0.precision.rawValue.utf8)) }, table)
        set("utc_offset", time.map { _ in .integer(0) }, table)
        set("origin", .text(Array((time?.origin ?? .unknown).rawValue.utf8)), table)
        isMended = true
        return true
    }

    private mutating func mendSighting(_ table: SalvageTable) -> Bool {
        guard let id = integer("article_id", table), Self.isPossible(id),
            let position = integer("position", table), (0...1 << 40).contains(position)
        else { return false }
        if !isNull("published", table), !isTime(table) {
            for column in ["published", "precision", "utc_offset"] { set(column, nil, table) }
            isMended = true
        }
        return true
    }

    // As the library reads a time.
    private func isTime(_ table: SalvageTable) -> Bool {
        guard let seconds = integer("published", table),
            (-62_135_683_200...253_402_387_200).contains(seconds),
            let precision = text("precision", table), LocalTime.Precision(rawValue: precision) != nil
        else { return false }
        return (-1440...1440).contains(integer("utc_offset", table) ?? 0)
    }

    private func value(_ column: String, _ table: SalvageTable) -> Value {
        guard let place = table.layout.columns.firstIndex(where: { $0.name == column }), place < values.count
        else { return .null }
        return values[place]
    }

    private func isNull(_ column: String, _ table: SalvageTable) -> Bool { value(column, table) == .null }

    private func integer(_ column: String, _ table: SalvageTable) -> Int64? {
        if case .integer(let integer) = value(column, table) { integer } else { nil }
    }

    private func text(_ column: String, _ table: SalvageTable) -> String? {
        if case .text(let bytes) = value(column, table) {
            String(decoding: bytes, as: UTF8.self)
        } else {
            nil
        }
    }

    private mutating func set(_ column: String, _ value: Value?, _ table: SalvageTable) {
        guard let place = table.layout.columns.firstIndex(where: { $0.name == column }), place < values.count
        else { return }
        values[place] = value ?? .null
    }
}
