import NewsArchiveFormats
import NewsArchiveSQLite

/// Puts U+FFFD in the place of what is no UTF-8.
struct TextHealing: HealingStep {
    static let name = "texts"

    func run(_ connection: Connection, _ log: RepairLog) throws {
        for table in try TableLayout.all(of: connection) {
            let texts = table.columns.indices.filter { table.columns[$0].type == "TEXT" }
            // A key that changes would be another row; names of kinds and reasons have their own values.
            for column in texts where !table.key.contains(column) {
                try heal(column, of: table, connection, log)
            }
        }
    }

    private func heal(_ column: Int, of table: TableLayout, _ connection: Connection, _ log: RepairLog) throws
    {
        let name = table.columns[column].name
        var rows = try Statement(connection, "SELECT \(table.columnList) FROM \(table.name)")
        var wrong: [[Value]] = []
        while try rows.step() {
            guard rows.isText(Int32(column)) else { continue }
            let bytes = try rows.utf8(Int32(column))
            guard bytes.withUnsafeBytes({ UTF8Check.firstInvalidByte($0) }) != nil else { continue }
            wrong.append(try table.key.map { try rows.value(Int32($0)) })
        }
        rows.reset()
        guard !wrong.isEmpty else { return }
        let condition = table.key.enumerated()
            .map { "\(table.columns[$1].name) IS ?\($0 + 1)" }.joined(separator: " AND ")
        var read = try Statement(connection, "SELECT \(name) FROM \(table.name) WHERE \(condition)")
        var write = try Statement(
            connection, "UPDATE \(table.name) SET \(name) = ?\(table.key.count + 1) WHERE \(condition)")
        for key in wrong {
            for (number, value) in key.enumerated() {
                try read.bind(Int32(number + 1), value)
                try write.bind(Int32(number + 1), value)
            }
            let text = try read.first { try $0.text(0) }
            try write.bind(Int32(table.key.count + 1), text)
            try write.run()
            try noteChange(table, key, connection, log)
        }
        log.add(.text, "put U+FFFD in the place of what is no UTF-8 in \(table.name).\(name)", wrong.count)
    }

    private func noteChange(
        _ table: TableLayout, _ key: [Value], _ connection: Connection, _ log: RepairLog
    ) throws {
        guard ["article", "body"].contains(table.name), let id = key.first else { return }
        var note = try Statement(connection, "UPDATE article SET changed_in = ?1 WHERE id = ?2")
        try note.bind(1, try log.change(connection))
        try note.bind(2, id)
        try note.run()
    }
}
