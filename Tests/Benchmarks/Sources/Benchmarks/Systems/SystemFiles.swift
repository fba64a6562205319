import Foundation

/// Makes the file of each system from the same records, where it is not there yet.
struct SystemFiles {
    let records: Int
    let folder: URL
    /// The news-archive binary.
    let command: String

    func ours() throws -> String {
        let dump = try dump()
        return try made("\(records).sqlite", "importing \(records) records") {
            _ = try ChildProcess.run([command, "import", "--quiet", "--archive", $0, dump])
        }
    }

    func plain() throws -> String {
        let fields = try fields()
        return try made("\(records)-plain.sqlite", "filling a plain FTS5 index") {
            _ = try ChildProcess.run([try BuiltProgram.path("PlainC"), fields, $0, "--optimize"])
        }
    }

    func tantivy(_ python: TantivyPython) throws -> String {
        let fields = try fields()
        return try made("\(records)-tantivy", "filling a tantivy index") {
            _ = try ChildProcess.run(python.fill + [fields, $0])
        }
    }

    /// A quarter as many other records, and at least 10,000, to be imported while others read.
    func otherDump() throws -> String {
        try DumpMaker.dump(records: otherRecords, seed: 2, in: folder)
    }

    func otherFields() throws -> String {
        let dump = try otherDump()
        return try made("\(otherRecords)-seed-2.fields", "splitting another dump") {
            _ = try FieldsFile.write(dump, to: $0)
        }
    }

    private var otherRecords: Int { max(records / 4, 10_000) }

    private func dump() throws -> String { try DumpMaker.dump(records: records, in: folder) }

    private func fields() throws -> String {
        let dump = try dump()
        return try made("\(records).fields", "splitting the dump") {
            _ = try FieldsFile.write(dump, to: $0)
        }
    }

    // Under its name it is whole.
    private func made(_ name: String, _ what: String, _ make: (String) throws -> Void) throws -> String {
        let path = folder.appending(path: name).path
        guard !FileManager.default.fileExists(atPath: path) else { return path }
        Notice.say(what)
        let part = path + ".part"
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: part + suffix) }
        try make(part)
        try FileManager.default.moveItem(atPath: part, toPath: path)
        return path
    }
}
