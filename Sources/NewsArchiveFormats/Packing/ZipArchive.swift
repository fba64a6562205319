/// A ZIP archive that can be read from any place: its files, as its directory lists them.
///
/// Of hostile archives: sizes and places are checked before they are used, files may not overlap, and unpacking stops at
/// the size that the directory states.
package struct ZipArchive: Sendable {
    /// Reads bytes of the archive: as many as asked for from an offset, fewer only at the end.
    package typealias Read = (_ offset: Int, _ count: Int) throws -> [UInt8]

    /// The files and folders, in the directory's order.
    package let entries: [ZipEntry]

    /// The files that are worth reading: no folder, nothing hidden.
    package var files: [ZipEntry] { entries.filter { !$0.isDirectory && !$0.isHidden } }

    /// A larger directory is refused: 128 MiB, which is more than a million files.
    static let maximumDirectoryBytes = 128 << 20

    /// The archive that takes so many bytes.
    ///
    /// - Throws: ``UnpackingError/brokenDirectory(_:)``, or what `read` throws.
    package init(byteCount: Int, read: Read) throws {
        let end = try ZipEnd(byteCount: byteCount, read: read)
        let bytes = try read(end.directory.lowerBound, end.directory.count)
        guard bytes.count == end.directory.count else {
            throw UnpackingError.brokenDirectory("became shorter while it was read")
        }
        entries = try Self.entries(bytes, end)
        try Self.checkPlaces(entries, before: end.directory.lowerBound)
    }

    private static func entries(_ bytes: [UInt8], _ end: ZipEnd) throws -> [ZipEntry] {
        var reader = LittleEndianReader(bytes)
        var entries: [ZipEntry] = []
        while reader.count > 0 {
            guard reader.number(bytes: 4) == 0x0201_4B50 else {
                // A signature or padding may follow the last one.
                if entries.count >= end.count { break }
                throw UnpackingError.brokenDirectory("lists something that is no file")
            }
            guard let entry = ZipEntry(&reader, shift: end.shift) else {
                throw UnpackingError.brokenDirectory("ends within the list of its files")
            }
            entries.append(entry)
        }
        return entries
    }

    private static func checkPlaces(_ entries: [ZipEntry], before limit: Int) throws {
        var previousEnd = 0
        for entry in entries.sorted(by: { $0.offset < $1.offset }) {
            guard entry.offset >= previousEnd else {
                throw UnpackingError.brokenDirectory("has files that overlap")
            }
            let (dataEnd, isTooFar) = (entry.offset + ZipEntry.headerLength)
                .addingReportingOverflow(entry.packedCount)
            guard !isTooFar, dataEnd <= limit else {
                throw UnpackingError.brokenDirectory("lists a file outside of it")
            }
            previousEnd = dataEnd
        }
    }
}
