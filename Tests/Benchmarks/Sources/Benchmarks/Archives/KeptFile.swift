import Foundation

/// A file or folder that is made once, and is there the next time.
enum KeptFile {
    /// The path of a name in a folder; made where it is not there yet. Under its name it is whole.
    static func path(_ name: String, in folder: URL, _ make: (String) throws -> Void) throws -> String {
        let path = folder.appending(path: name).path
        guard !FileManager.default.fileExists(atPath: path) else { return path }
        let part = path + ".part"
        // What SQLite keeps beside a file would be taken for the new one's.
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: part + suffix) }
        try make(part)
        try FileManager.default.moveItem(atPath: part, toPath: path)
        return path
    }
}
