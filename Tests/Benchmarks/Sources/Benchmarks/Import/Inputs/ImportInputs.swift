import Foundation

/// The same records, as each contender wants them. Each file is made when it is first asked for: of 1,000,000 records it
/// has some gigabytes.
struct ImportInputs {
    let records: Int
    let folder: URL

    func dump() throws -> String { try DumpMaker.dump(records: records, in: folder) }

    /// The dump with a line feed more, so that it is not known by its digest.
    func dumpAgain() throws -> String {
        let dump = try dump()
        return try made("\(records)-again.txt") { path in
            try FileManager.default.copyItem(atPath: dump, toPath: path)
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            try file.seekToEnd()
            try file.write(contentsOf: Data("\n".utf8))
            try file.close()
        }
    }

    func fields() throws -> String {
        let dump = try dump()
        return try made("\(records).fields") { try FieldsFile.write(dump, to: $0) }
    }

    func jsonLines() throws -> String {
        let dump = try dump()
        return try made("\(records).jsonl") { try JSONLinesFile.write(dump, to: $0) }
    }

    func remove() {
        for name in ["\(records).txt", "\(records)-again.txt", "\(records).fields", "\(records).jsonl"] {
            try? FileManager.default.removeItem(at: folder.appending(path: name))
        }
    }

    private func made(_ name: String, _ make: (String) throws -> Void) throws -> String {
        try KeptFile.path(name, in: folder, make)
    }
}
