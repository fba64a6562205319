import Foundation

/// The same records, as each contender wants them.
struct ImportInputs {
    let records: Int
    let dump: String
    /// The dump with a line feed more, so that it is not known by its digest.
    let dumpAgain: String
    let fields: String

    /// Makes what is not in a folder yet.
    init(records: Int, in folder: URL) throws {
        self.records = records
        dump = try DumpMaker.dump(records: records, in: folder)
        dumpAgain = try Self.made("\(records)-again.txt", in: folder) { [dump] path in
            try FileManager.default.copyItem(atPath: dump, toPath: path)
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            try file.seekToEnd()
            try file.write(contentsOf: Data("\n".utf8))
            try file.close()
        }
        fields = try Self.made("\(records).fields", in: folder) { [dump] in
            _ = try FieldsFile.write(dump, to: $0)
        }
    }

    // Under its name it is whole.
    private static func made(_ name: String, in folder: URL, _ make: (String) throws -> Void) throws -> String
    {
        let path = folder.appending(path: name).path
        guard !FileManager.default.fileExists(atPath: path) else { return path }
        let part = path + ".part"
        try? FileManager.default.removeItem(atPath: part)
        try make(part)
        try FileManager.default.moveItem(atPath: part, toPath: path)
        return path
    }
}
