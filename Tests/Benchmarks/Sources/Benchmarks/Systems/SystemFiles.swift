import Foundation

/// Makes the file of each system from the same records, where it is not there yet.
struct SystemFiles {
    let records: Int
    let folder: URL
    /// The news-archive binary.
    let command: String

    func ours() throws -> String {
        let dump = try inputs.dump()
        return try made("\(records).sqlite", "importing \(records) records") {
            _ = try ChildProcess.run([command, "import", "--quiet", "--archive", $0, dump])
        }
    }

    func plain() throws -> String {
        let fields = try inputs.fields()
        return try made("\(records)-plain.sqlite", "filling a plain FTS5 index") {
            _ = try ChildProcess.run([try BuiltProgram.path("PlainC"), fields, $0, "--optimize"])
        }
    }

    func tantivy(_ python: PythonPeers) throws -> String {
        let fields = try inputs.fields()
        return try made("\(records)-tantivy", "filling a tantivy index") {
            _ = try ChildProcess.run(python.tantivyImport(fields, to: $0))
        }
    }

    /// A quarter as many other records, and at least 10,000, to be imported while others read.
    func otherDump() throws -> String {
        try DumpMaker.dump(records: otherRecords, seed: 2, in: folder)
    }

    func otherFields() throws -> String {
        let dump = try otherDump()
        return try made("\(otherRecords)-seed-2.fields", "splitting another dump") {
            try FieldsFile.write(dump, to: $0)
        }
    }

    private var otherRecords: Int { max(records / 4, 10_000) }

    private var inputs: ImportInputs { ImportInputs(records: records, folder: folder) }

    private func made(_ name: String, _ what: String, _ make: (String) throws -> Void) throws -> String {
        try KeptFile.path(name, in: folder) { part in
            Notice.say(what)
            try make(part)
        }
    }
}
