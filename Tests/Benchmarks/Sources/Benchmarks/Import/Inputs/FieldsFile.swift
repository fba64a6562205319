/// A dump split into fields, for contenders that do not parse: PlainC's main.c says how it is laid out.
enum FieldsFile {
    /// Writes the records of a dump.
    static func write(_ dump: String, to path: String) throws {
        try OutputFile.with(path) { file in
            try FlatRecord.forEach(in: dump) { try file.write(fields(of: $0)) }
        }
    }

    private static func fields(of record: FlatRecord) -> [UInt8] {
        var bytes: [UInt8] = []
        append(UInt32(record.headline.utf8.count), to: &bytes)
        append(UInt32(record.body.utf8.count), to: &bytes)
        append(record.published, to: &bytes)
        append(record.views ?? .min, to: &bytes)
        bytes += record.headline.utf8
        bytes += record.body.utf8
        return bytes
    }

    private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
    }
}
