import NewsArchiveSQLite

/// Finds what a file has that no archive of its version has, before anything of it is used.
///
/// What SQLite runs by itself stands in the schema: triggers, views, expressions of indexes and of generated columns, and
/// the code behind virtual tables. So a schema that is not exactly what the migrations make is refused, but for two
/// things that run nothing and that honest programs leave behind: the statistics of ANALYZE, and plain tables, which are
/// never read or written here.
struct SchemaCheck {
    private let connection: Connection
    private let version: Int

    init(_ connection: Connection, version: Int) {
        self.connection = connection
        self.version = version
    }

    /// What is wrong, in a sentence without a full stop; nil when nothing is.
    func problem() throws -> String? {
        let schema = try ArchiveSchema(connection)
        if version == Migrator.supportedVersion, schema.digest == ArchiveSchema.presentDigest { return nil }
        let found = schema.objects
        let expected = try ArchiveSchema.ofVersion(version).objects
        if found == expected { return nil }
        let (mine, theirs) = (Set(expected), Set(found))
        guard theirs.count == found.count else { return "its schema names something twice" }
        let others = found.filter { !mine.contains($0) }
        let names = try Set(ArchiveSchema.ofVersion(Migrator.supportedVersion).objects.map(\.name))
            .union(expected.map(\.name))
        if let changed = others.first(where: { names.contains($0.name) }) {
            return "its \(Self.called(changed)) is another one than archives of version \(version) have"
        }
        for object in others {
            if let problem = try problem(with: object, ownNames: names) { return problem }
        }
        return expected.first { !theirs.contains($0) }.map { "it lacks the \(Self.called($0))" }
    }

    private func problem(with object: ArchiveSchema.Object, ownNames: Set<String>) throws -> String? {
        let isStatistic = object.name.hasPrefix("sqlite_stat")
        switch object.type {
        case "table" where isStatistic || object.name == "sqlite_sequence": return nil
        case "table": return try isPlain(table: object, ownNames) ? nil : "it has the \(Self.called(object))"
        case "index" where !ownNames.contains(object.table):
            return try isPlain(index: object)
                ? nil : "it has the \(Self.called(object)), which computes something"
        case "index": return "it has the \(Self.called(object)) on a table of the archive"
        default: return "it has the \(Self.called(object))"
        }
    }

    // A table with nothing but columns: none that is computed, and no foreign key by which a change of an article would
    // change it, or be forbidden. A statement that makes something else than its row says has no such columns.
    private func isPlain(table object: ArchiveSchema.Object, _ ownNames: Set<String>) throws -> Bool {
        guard object.sql.utf8.starts(with: "CREATE TABLE ".utf8) else { return false }
        var columns = try Statement(connection, "SELECT hidden FROM pragma_table_xinfo(?1, 'main')")
        try columns.bind(1, object.name)
        let kinds = try columns.all { try $0.integer(0) }
        guard !kinds.isEmpty, kinds.allSatisfy({ $0 == 0 }) else { return false }
        var keys = try Statement(
            connection, "SELECT lower(\"table\") FROM pragma_foreign_key_list(?1, 'main')")
        try keys.bind(1, object.name)
        return try keys.all { try $0.text(0) }.allSatisfy { !ownNames.contains($0) }
    }

    // An index of columns, not of expressions, and without a condition.
    private func isPlain(index object: ArchiveSchema.Object) throws -> Bool {
        var columns = try Statement(connection, "SELECT cid FROM pragma_index_xinfo(?1, 'main')")
        try columns.bind(1, object.name)
        let places = try columns.all { try $0.integer(0) }
        // -1 is the rowid, -2 an expression.
        guard !places.isEmpty, places.allSatisfy({ $0 >= -1 }) else { return false }
        var condition = try Statement(
            connection, "SELECT partial FROM pragma_index_list(?1, 'main') WHERE lower(name) = ?2")
        try condition.bind(1, object.table)
        try condition.bind(2, object.name)
        return try condition.first { try $0.integer(0) } == 0
    }

    // A stranger chose the names.
    private static func called(_ object: ArchiveSchema.Object) -> String {
        let kinds = ["table", "index", "view", "trigger"]
        let kind =
            object.sql.utf8.starts(with: "CREATE VIRTUAL".utf8)
            ? "virtual table" : kinds.first { $0 == object.type } ?? "object"
        return "\(kind) \"\(object.name.prefix(64))\""
    }
}
