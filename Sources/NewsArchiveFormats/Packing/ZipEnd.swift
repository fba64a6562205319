/// The end of a ZIP archive, which says where its directory is.
struct ZipEnd {
    /// Where the directory is.
    let directory: Range<Int>
    /// How many files it lists.
    let count: Int
    /// How many bytes come before what was made as an archive: of a program that unpacks itself.
    let shift: Int

    private static let length = 22
    private static let locatorLength = 20
    private static let length64 = 56

    /// Finds the end of an archive of so many bytes.
    init(byteCount: Int, read: ZipArchive.Read) throws {
        // The comment after it has at most 65,535 bytes; before it may be what leads to the larger end.
        let tailLength = min(byteCount, Self.length + 65_535 + Self.locatorLength)
        let tailOffset = byteCount - tailLength
        let tail = try read(tailOffset, tailLength)
        guard tail.count == tailLength, let position = Self.position(in: tail) else {
            throw UnpackingError.brokenDirectory("ends without the list of its files")
        }
        var place = Place(tail[position...].dropFirst(8), widths: [2, 2, 4, 4])
        var end = tailOffset + position
        if position >= Self.locatorLength,
            let larger = try Self.larger(
                tail[(position - Self.locatorLength)..<position], byteCount: byteCount, read)
        {
            (place, end) = larger
        }
        guard let place, place.size <= ZipArchive.maximumDirectoryBytes, place.size <= end,
            place.offset <= end - place.size
        else {
            throw UnpackingError.brokenDirectory("says of the list of its files that it is where nothing is")
        }
        count = place.count
        directory = end - place.size..<end
        shift = end - place.size - place.offset
    }

    private struct Place {
        let count: Int
        let size: Int
        let offset: Int

        init?(_ bytes: ArraySlice<UInt8>, widths: [Int]) {
            var reader = LittleEndianReader(bytes)
            guard reader.take(widths[0]) != nil, let count = reader.integer(bytes: widths[1]),
                let size = reader.integer(bytes: widths[2]), let offset = reader.integer(bytes: widths[3])
            else { return nil }
            (self.count, self.size, self.offset) = (count, size, offset)
        }
    }

    private static func position(in tail: [UInt8]) -> Int? {
        guard tail.count >= length else { return nil }
        return (0...tail.count - length).last { position in
            guard tail[position...].starts(with: [0x50, 0x4B, 0x05, 0x06]) else { return false }
            let comment = Int(tail[position + 20]) | Int(tail[position + 21]) << 8
            return position + length + comment <= tail.count
        }
    }

    /// What the end says that archives of more than 4 GiB or 65,535 files have; nil when there is none.
    private static func larger(
        _ locator: ArraySlice<UInt8>, byteCount: Int, _ read: ZipArchive.Read
    ) throws -> (Place?, Int)? {
        var reader = LittleEndianReader(locator)
        guard reader.number(bytes: 4) == 0x0706_4B50, reader.take(4) != nil,
            let offset = reader.integer(bytes: 8), byteCount >= length64, offset <= byteCount - length64
        else { return nil }
        let bytes = try read(offset, length64)
        guard bytes.count == length64, bytes.starts(with: [0x50, 0x4B, 0x06, 0x06]) else { return nil }
        return (Place(bytes.dropFirst(24), widths: [8, 8, 8, 8]), offset)
    }
}
