import Foundation

/// The package's own invented dumps.
enum Fixtures {
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures")

    static let tiny = folder.appending(path: "Dumps/listing-tiny-invented.txt").path
    static let later = folder.appending(path: "Dumps/listing-tiny-invented-later.txt").path
    static let recurringColumn = folder.appending(path: "Variants/v22-recurring-column.txt").path
    static let impossibleDates = folder.appending(path: "Variants/v18-impossible-dates.txt").path

    static func bytes(of path: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: path)))
    }
}

/// What only some machines have.
enum Machine {
    static let hasTimeZones = FileManager.default.fileExists(atPath: "/usr/share/zoneinfo")
    static let hasFullDevice = FileManager.default.fileExists(atPath: "/dev/full")
    /// Root reads what nobody may read.
    static let isRoot = FileManager.default.isReadableFile(atPath: "/etc/shadow")
}
