import Foundation

/// What a contender makes: a SQLite file with what lies beside it, or a folder.
struct MeasuredFile {
    let path: String

    /// All bytes of it.
    var bytes: Int64 {
        let inside = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        return ([path] + inside.map { "\(path)/\($0)" }).map(Self.size).reduce(0, +)
    }

    func remove() {
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    }

    // A folder itself counts for nothing.
    private static func size(_ path: String) -> Int64 {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard attributes?[.type] as? FileAttributeType == .typeRegular else { return 0 }
        return attributes?[.size] as? Int64 ?? 0
    }
}
