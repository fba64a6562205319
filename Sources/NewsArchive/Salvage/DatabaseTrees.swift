import NewsArchiveSQLite

/// Which page of a file belongs to which table: by the trees as far as they can be followed, and else by what the rows of
/// a page look like.
///
/// One damaged page above others would hide hundreds of whole ones from SQLite.
final class DatabaseTrees {
    /// Pages that a tree leads to and that are no pages of a tree.
    private(set) var unreadablePages = 0

    private let file: DatabaseFile
    private var isVisited: [Bool]
    private let roots: [String: Int]

    init(_ file: DatabaseFile) {
        self.file = file
        isVisited = Array(repeating: false, count: file.pageCount + 1)
        roots = Self.roots(file)
    }

    /// Whether the file says where each of some tables begins.
    func knowsRoots(of names: [String]) -> Bool { names.allSatisfy { roots[$0] != nil } }

    /// Calls `body` for the pages of a table, in the order of its rows.
    func eachPage(of table: String, hasRowID: Bool, _ body: (TreePage) throws -> Void) throws {
        guard let root = roots[table] else { return }
        var waiting = [root]
        while let number = waiting.popLast() {
            guard (1..<isVisited.count).contains(number), !isVisited[number] else {
                unreadablePages += 1
                continue
            }
            isVisited[number] = true
            guard let page = file.page(number).flatMap({ TreePage($0, number: number) }),
                page.kind.isTable == hasRowID
            else {
                unreadablePages += 1
                // What it holds may still be told by its rows.
                isVisited[number] = false
                continue
            }
            waiting += page.children.reversed()
            try body(page)
        }
    }

    /// Calls `body` for each page of rows that no tree led to.
    func eachStrayPage(_ body: (TreePage) throws -> Void) throws {
        let free = file.freePages()
        for number in 1..<max(1, isVisited.count) where !isVisited[number] && !free.contains(number) {
            guard let page = file.page(number).flatMap({ TreePage($0, number: number) }), !page.cells.isEmpty
            else { continue }
            try body(page)
        }
    }

    // Where the tables begin: by the tree of sqlite_schema at page 1, or by its rows wherever they are.
    private static func roots(_ file: DatabaseFile) -> [String: Int] {
        var roots: [String: Int] = [:]
        var visited: Set<Int> = []
        var waiting = [1]
        while let number = waiting.popLast() {
            guard visited.insert(number).inserted,
                let page = file.page(number).flatMap({ TreePage($0, number: number) }), page.kind.isTable
            else { continue }
            waiting += page.children.reversed()
            addRoots(of: page, file, &roots)
        }
        if !roots.isEmpty { return roots }
        let free = file.freePages()
        for number in 1..<max(1, file.pageCount + 1) where !free.contains(number) {
            guard let page = file.page(number).flatMap({ TreePage($0, number: number) }),
                page.kind == .leafTable
            else { continue }
            addRoots(of: page, file, &roots)
        }
        return roots
    }

    private static func addRoots(of page: TreePage, _ file: DatabaseFile, _ roots: inout [String: Int]) {
        for cell in page.cells {
            guard let row = DatabaseRecord(file.payload(of: cell, in: page))?.values, row.count == 5,
                row[0] == .text(Array("table".utf8)), case .text(let name) = row[1],
                case .integer(let root) = row[3], root > 1, root <= file.pageCount
            else { continue }
            let table = String(decoding: name, as: UTF8.self)
            if roots[table] == nil { roots[table] = Int(root) }
        }
    }
}
