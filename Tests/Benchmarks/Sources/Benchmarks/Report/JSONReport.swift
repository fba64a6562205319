import Foundation

/// The report as data: seconds, and every run.
enum JSONReport {
    private struct Archive: Encodable {
        let archive: String
        let articles: Int
        let bytes: Int64
        let measures: [Row]
    }

    private struct Row: Encodable {
        let measure: String
        let query: String?
        let matches: Int?
        let ours: [Double]
        let other: [Double]?
        let besideWhat: String?
        let speedup: Double?
        let target: String?
        let agrees: Bool?
        let holds: Bool?
    }

    static func text(_ reports: [ArchiveReport]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        let bytes = try encoder.encode(reports.map(archive))
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func archive(_ report: ArchiveReport) -> Archive {
        Archive(
            archive: report.name, articles: report.articles, bytes: report.bytes,
            measures: report.measures.map { row($0, articles: report.articles) })
    }

    private static func row(_ measure: Measure, articles: Int) -> Row {
        let verdict = measure.verdict(articles: articles)
        return Row(
            measure: measure.name, query: measure.query?.typed, matches: measure.query?.matches,
            ours: measure.ours.seconds, other: measure.other?.timing.seconds, besideWhat: measure.other?.name,
            speedup: measure.speedup, target: measure.target?.text, agrees: measure.agrees,
            holds: verdict == .held ? true : verdict == .missed ? false : nil)
    }
}
