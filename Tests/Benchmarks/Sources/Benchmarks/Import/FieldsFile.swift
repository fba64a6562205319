import Foundation
import NewsArchive

/// A dump split into fields, for contenders that do not parse: PlainC's main.c says how it is laid out.
enum FieldsFile {
    /// Writes the records of a dump.
    ///
    /// - Returns: how many there are; rejected ones are left out.
    static func write(_ dump: String, to path: String) throws -> Int {
        guard let file = fopen(path, "wb") else {
            throw BenchmarkFailure(description: "\(path) cannot be made")
        }
        defer { fclose(file) }
        var count = 0
        try DumpRecords.forEach(in: dump) { record in
            guard case .article(let article) = record else { return }
            let bytes = fields(of: article)
            guard fwrite(bytes, 1, bytes.count, file) == bytes.count else {
                throw BenchmarkFailure(description: "\(path) cannot be written")
            }
            count += 1
        }
        return count
    }

    private static func fields(of article: ParsedArticle) -> [UInt8] {
        var bytes: [UInt8] = []
        append(UInt32(article.headline.utf8.count), to: &bytes)
        append(UInt32(article.body.utf8.count), to: &bytes)
        append(article.published.map(seconds) ?? 0, to: &bytes)
        append(article.views ?? .min, to: &bytes)
        bytes += article.headline.utf8
        bytes += article.body.utf8
        return bytes
    }

    private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
    }

    // As if it were UTC: contenders that look nothing up need a number that orders.
    private static func seconds(_ time: LocalTime) -> Int64 {
        var parts = tm()
        parts.tm_year = Int32(time.year - 1900)
        parts.tm_mon = Int32(time.month - 1)
        parts.tm_mday = Int32(time.day)
        parts.tm_min = Int32(time.minuteOfDay)
        parts.tm_sec = Int32(time.second)
        return Int64(timegm(&parts))
    }
}
