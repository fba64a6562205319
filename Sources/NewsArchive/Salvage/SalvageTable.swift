import NewsArchiveSQLite

/// A table that is salvaged: what its rows look like in a file.
struct SalvageTable {
    let layout: TableLayout
    /// As many columns every row has, whenever it was written; others were added to the table later.
    let leastColumns: Int

    /// What can be derived, or is the same in every archive.
    private static let derived: Set<String> = ["headline_key", "document_sizes", "identity_rule"]
    // Whose rows no index has the like of, so that a page of them is known by its rows alone.
    private static let telling: Set<String> = [
        "sighting", "rejection", "identity_change_sighting", "pruned_key",
    ]

    /// The tables to salvage.
    static func all(of archive: Connection) throws -> [SalvageTable] {
        try TableLayout.all(of: archive).filter { !derived.contains($0.name) }.map { layout in
            let required = layout.columns.indices.filter { layout.columns[$0].isRequired }
            // Of the tables without rowids this one alone has got columns later; others would look like indexes of it.
            let hasGrown = layout.hasRowID || layout.name == "sighting"
            let least = hasGrown ? (required.max() ?? 0) + 1 : layout.columns.count
            return SalvageTable(layout: layout, leastColumns: least)
        }
    }

    var name: String { layout.name }

    /// Whether a page of rows that look like this table's can be no other table's.
    var isKnownByRows: Bool { layout.hasRowID || Self.telling.contains(name) }

    /// The columns of a row of this table; nil for a record that is none.
    func row(_ record: DatabaseRecord, rowID: Int64?) -> [Value]? {
        guard (leastColumns...layout.columns.count).contains(record.values.count),
            layout.hasRowID == (rowID != nil)
        else { return nil }
        var values = record.values
        for (number, value) in values.enumerated() {
            let column = layout.columns[number]
            if layout.hasRowID, layout.key == [number] {
                guard value == .null, let rowID else { return nil }
                values[number] = .integer(rowID)
            } else if !column.takes(value) {
                return nil
            }
        }
        return values
    }

    /// Whether a row that looks like this table's is one, where another table's look the same: texts and publishers have
    /// a number and a text. The numbers of publishers are small, those of articles are so only in the first hours of 1970.
    func isLikely(_ rowID: Int64?) -> Bool {
        guard let rowID else { return true }
        switch name {
        case "body": return rowID.magnitude > 1 << 20
        case "source": return rowID.magnitude <= 1 << 20
        default: return true
        }
    }
}

extension TableLayout.Column {
    fileprivate func takes(_ value: Value) -> Bool {
        switch value {
        case .null: !isNotNull
        case .integer: type == "INTEGER"
        case .text: type == "TEXT"
        case .blob: type == "BLOB"
        case .real: false
        }
    }
}
