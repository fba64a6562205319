/// A page of a tree of a database, with every bound of it checked.
///
/// https://www.sqlite.org/fileformat2.html#b_tree_pages
struct TreePage {
    enum Kind: UInt8 {
        case interiorIndex = 2
        case interiorTable = 5
        case leafIndex = 10
        case leafTable = 13

        var isInterior: Bool { self == .interiorIndex || self == .interiorTable }
        var isTable: Bool { self == .interiorTable || self == .leafTable }
    }

    /// Where a row is.
    struct Cell {
        /// The number of the row; nil in an index.
        let rowID: Int64?
        /// How long the record is, its overflow included.
        let size: Int
        /// Where its first part begins in the page.
        let start: Int
    }

    let bytes: [UInt8]
    let kind: Kind
    /// The pages below, from left to right.
    private(set) var children: [Int] = []
    private(set) var cells: [Cell] = []
    /// Cells that point nowhere.
    private(set) var damagedCells = 0

    /// nil for what is no such page.
    init?(_ bytes: [UInt8], number: Int) {
        let start = number == 1 ? 100 : 0
        guard bytes.count > start + 12, let kind = Kind(rawValue: bytes[start]) else { return nil }
        let count = bytes.short(at: start + 3)
        let pointers = start + (kind.isInterior ? 12 : 8)
        // A cell takes four bytes at least, and its pointer two.
        guard
            pointers + count * 6 <= bytes.count
                || count * 2 + pointers <= bytes.count && count <= bytes.count / 4
        else { return nil }
        self.bytes = bytes
        self.kind = kind
        for number in 0..<count {
            addCell(at: bytes.short(at: pointers + 2 * number), behind: pointers + 2 * count)
        }
        if kind.isInterior { children.append(bytes.integer(at: start + 8)) }
    }

    private mutating func addCell(at offset: Int, behind end: Int) {
        guard offset >= end, offset + 4 <= bytes.count else {
            damagedCells += 1
            return
        }
        var place = offset
        if kind.isInterior {
            children.append(bytes.integer(at: place))
            place += 4
        }
        if kind == .interiorTable { return }
        guard let size = bytes.variableInteger(at: place), (1...1 << 30).contains(size.value) else {
            damagedCells += 1
            return
        }
        guard kind == .leafTable else {
            cells.append(Cell(rowID: nil, size: Int(size.value), start: size.end))
            return
        }
        guard let rowID = bytes.variableInteger(at: size.end) else {
            damagedCells += 1
            return
        }
        cells.append(Cell(rowID: rowID.value, size: Int(size.value), start: rowID.end))
    }
}

extension DatabaseFile {
    /// All bytes of a record, or as many as there are.
    func payload(of cell: TreePage.Cell, in page: TreePage) -> [UInt8] {
        // As "X", "M" and "K" of the format's description, whose "U" is the usable size.
        let most = page.kind.isTable ? usableSize - 35 : (usableSize - 12) * 64 / 255 - 23
        let least = (usableSize - 12) * 32 / 255 - 23
        let spilling = least + (cell.size - least) % (usableSize - 4)
        let local = cell.size <= most ? cell.size : spilling <= most ? spilling : least
        let end = min(cell.start + local, page.bytes.count)
        guard cell.start < end else { return [] }
        var payload = Array(page.bytes[cell.start..<end])
        guard cell.size > local, cell.start + local + 4 <= page.bytes.count else { return payload }
        var next = page.bytes.integer(at: cell.start + local)
        while payload.count < cell.size, next > 1, let overflow = self.page(next) {
            payload += overflow[4..<min(usableSize, 4 + cell.size - payload.count)]
            next = overflow.integer(at: 0)
        }
        return payload
    }
}
