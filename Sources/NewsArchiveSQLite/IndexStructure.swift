/// Which segments an FTS5 index has, and on which levels: its structure record.
///
/// The format is documented at the beginning of SQLite's fts5_index.c (version 4, in use since 2015).
struct IndexStructure: Equatable {
    /// Terms, their doclists and their positions, on pages numbered without a gap.
    struct Segment: Equatable {
        var id: Int64
        var firstPage: Int64
        var lastPage: Int64

        var pageCount: Int64 { lastPage - firstPage + 1 }
    }

    /// Segments in the order in which they were written. Those of a lower level are newer than all of a higher one.
    struct Level: Equatable {
        /// How many of them, from the first one on, are being merged.
        var merging: Int64
        var segments: [Segment]
    }

    /// The ids that FTS5 gives out are 1 to this.
    static let segmentLimit: Int64 = 2000

    /// Four bytes that change with the settings of the index.
    var cookie: ArraySlice<UInt8>
    /// Pages that were ever written to the lowest level: FTS5 merges now and then by it.
    var writeCounter: Int64
    var levels: [Level]

    /// nil for bytes that are not exactly such a record.
    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 4 else { return nil }
        cookie = bytes[..<4]
        var reader = VarintReader(bytes[4...])
        guard let levelCount = reader.next(), let segmentCount = reader.next(), let counter = reader.next(),
            levelCount <= Self.segmentLimit, segmentCount <= Self.segmentLimit
        else { return nil }
        writeCounter = counter
        levels = []
        for _ in 0..<levelCount {
            guard let level = Level(&reader) else { return nil }
            levels.append(level)
        }
        guard reader.isAtEnd, levels.reduce(0, { $0 + $1.segments.count }) == segmentCount else { return nil }
    }

    var bytes: [UInt8] {
        var bytes = Array(cookie)
        let count = levels.reduce(0) { $0 + $1.segments.count }
        bytes.append(varint: Int64(levels.count))
        bytes.append(varint: Int64(count))
        bytes.append(varint: writeCounter)
        for level in levels {
            bytes.append(varint: level.merging)
            bytes.append(varint: Int64(level.segments.count))
            for segment in level.segments {
                bytes.append(varint: segment.id)
                bytes.append(varint: segment.firstPage)
                bytes.append(varint: segment.lastPage)
            }
        }
        return bytes
    }

    /// The one written first before the others.
    var segmentsByAge: [Segment] { levels.reversed().flatMap(\.segments) }

    /// Adds a segment with the pages of another index's, newer than all; nil when there is no id left.
    mutating func append(pagesOf other: Segment) -> Segment? {
        let taken = Set(segmentsByAge.map(\.id))
        guard let id = (1...Self.segmentLimit).first(where: { !taken.contains($0) }) else { return nil }
        let segment = Segment(id: id, firstPage: other.firstPage, lastPage: other.lastPage)
        if levels.isEmpty { levels.append(Level(merging: 0, segments: [])) }
        levels[0].segments.append(segment)
        writeCounter += segment.pageCount
        return segment
    }
}

extension IndexStructure.Level {
    fileprivate init?(_ reader: inout VarintReader) {
        guard let merging = reader.next(), let count = reader.next(), count <= IndexStructure.segmentLimit
        else { return nil }
        self.init(merging: merging, segments: [])
        for _ in 0..<count {
            guard let id = reader.next(), let first = reader.next(), let last = reader.next(), first <= last
            else { return nil }
            segments.append(IndexStructure.Segment(id: id, firstPage: first, lastPage: last))
        }
    }
}
