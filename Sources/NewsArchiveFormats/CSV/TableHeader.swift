/// The first row of a table: what parts its columns, and what they hold.
struct TableHeader {
    let delimiter: UInt8
    /// The columns' names.
    let names: [String]
    /// What each column holds; nil where that is not known.
    let columns: [FieldIndex.Match?]
    /// Bytes up to the first row after it.
    let length: Int
    // How many of the next rows have as many fields, and how many there are.
    private let evenRows: Int
    private let rows: Int

    /// How many rows are looked at.
    private static let maximumRows = 50
    private static let delimiters: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]

    /// The header that a table begins with, under the delimiter that makes most of it; nil when there is no row at all.
    static func find(in start: UnsafeRawBufferPointer, isLast: Bool, index: FieldIndex) -> TableHeader? {
        let stated = statedDelimiter(start)
        var first = stated?.length ?? 0
        while first < start.count, start[first].isBlank, start[first] != 0x09 { first += 1 }
        let candidates = stated.map { [$0.delimiter] } ?? delimiters
        return candidates.compactMap {
            TableHeader(start, from: first, delimiter: $0, isLast: isLast, index: index)
        }.max { $0.isWorse(than: $1) }
    }

    private init?(
        _ start: UnsafeRawBufferPointer, from first: Int, delimiter: UInt8, isLast: Bool, index: FieldIndex
    ) {
        var row = TableRow()
        guard first < start.count,
            case .complete(var next) = row.read(start, from: first, delimiter: delimiter, isLast: isLast)
        else { return nil }
        self.delimiter = delimiter
        length = next
        names = row.fields.map {
            FieldValue.text($0.text(in: start)).string ?? ""
        }
        columns = names.map { index.match($0) }
        var counts: [Int] = []
        while next < start.count, counts.count < Self.maximumRows,
            case .complete(let end) = row.read(start, from: next, delimiter: delimiter, isLast: isLast)
        {
            if !row.isBlank { counts.append(row.fields.count) }
            next = end
        }
        let count = names.count
        rows = counts.count
        evenRows = counts.count { $0 == count }
    }

    /// Whether an article can be made of a row.
    var hasText: Bool { columns.contains { $0?.field == .headline || $0?.field == .body } }

    /// Whether the row is a header, and not a line of some text or of a list of people: two names that are known, or one that
    /// is not "name", and the next rows have as many fields.
    var isConvincing: Bool {
        guard hasText, names.count > 1, names.allSatisfy({ $0.utf8.count <= 64 }) else { return false }
        if known > 1 { return true }
        return rows > 0 && evenRows == rows && !names.contains { FieldNames.folded($0) == "name" }
    }

    private var known: Int { columns.count { $0 != nil } }

    private func isWorse(than other: TableHeader) -> Bool {
        if hasText != other.hasText { return other.hasText }
        if known != other.known { return known < other.known }
        if names.count != other.names.count, names.count == 1 || other.names.count == 1 {
            return names.count == 1
        }
        return evenRows * max(1, other.rows) < other.evenRows * max(1, rows)
    }

    // Excel writes "sep=;" on the first line.
    private static func statedDelimiter(_ start: UnsafeRawBufferPointer) -> (delimiter: UInt8, length: Int)? {
        guard start.count > 5, start.prefix(4).map({ $0 | 0x20 }).elementsEqual("sep=".utf8.map { $0 | 0x20 })
        else { return nil }
        var end = 5
        while end < start.count, start[end] == 0x0D || start[end] == 0x0A { end += 1 }
        return end > 5 ? (start[4], end) : nil
    }
}

extension TableParser {
    /// The format that a table begins as; nil when it begins with no header row.
    static func format(_ start: UnsafeRawBufferPointer, fieldNames: FieldNames) -> DumpFormat? {
        let mark = start.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        let text = UnsafeRawBufferPointer(rebasing: start[mark...])
        // A dump that is shorter than what detection looks at may end without a line end.
        let isLast = start.count < DumpFormat.detectionLength
        guard let header = TableHeader.find(in: text, isLast: isLast, index: FieldIndex(fieldNames)),
            header.isConvincing
        else { return nil }
        return header.delimiter == 0x09 ? .tsv : .csv
    }
}
