/// A file in a ZIP archive, as the archive's directory describes it.
package struct ZipEntry: Hashable, Sendable {
    /// What it is called, with the folders it is in. Nobody may take it for a path to write to.
    package let name: String
    /// How many bytes it takes in the archive.
    package let packedCount: Int
    /// How many bytes it has.
    package let count: Int
    /// Whether it can be read with a password alone.
    package let isEncrypted: Bool
    /// How it is packed: 0 not at all, 8 by deflate, 93 by Zstandard.
    let method: Int
    let checksum: UInt32
    /// Where in the archive its own header begins.
    let offset: Int

    /// Whether it is a folder.
    package var isDirectory: Bool { name.hasSuffix("/") || name.hasSuffix("\\") }

    /// Whether it is none that somebody put there: a hidden file, or what macOS keeps of a file beside it.
    package var isHidden: Bool {
        name.split { $0 == "/" || $0 == "\\" }.contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
    }

    /// How many bytes of its own header come before its name.
    static let headerLength = 30
}
