import Foundation

// The import that ours is measured beside, by GRDB, as its documentation recommends; PlainC's main.c does the same by hand.
guard CommandLine.arguments.count >= 3 else {
    FileHandle.standardError.write(Data("usage: GRDBImport FIELDS FILE [--two-inserts]\n".utf8))
    exit(64)
}

do {
    let archive = try PeerArchive(
        path: CommandLine.arguments[2],
        isSynchronized: !CommandLine.arguments.dropFirst(3).contains("--two-inserts"))
    try archive.insert(try FieldsReader(path: CommandLine.arguments[1]))
    try archive.close()
} catch {
    FileHandle.standardError.write(Data("GRDBImport: \(error)\n".utf8))
    exit(1)
}
