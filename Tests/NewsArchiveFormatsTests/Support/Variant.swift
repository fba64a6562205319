import Foundation
import NewsArchiveFormats

/// A small dump with what is to be found in it.
struct Variant {
    let bytes: [UInt8]
    let expectation: VariantExpectation

    init(_ name: String, in folder: URL) throws {
        let stem = name.dropLast(".txt".count)
        bytes = try Fixtures.bytes(of: folder.appending(path: name))
        expectation = try JSONDecoder().decode(
            VariantExpectation.self,
            from: Data(contentsOf: folder.appending(path: "\(stem).expect.json")))
    }
}

/// The `.expect.json` beside a variant.
struct VariantExpectation: Decodable {
    struct Header: Decodable {
        let date: String
        let headline: String?
    }

    struct Record: Decodable {
        let headline: String
        let published: String?
        let publishedFallback: String?
        let views: Int64?
        let body: [String]?
        let credit: String?

        private enum CodingKeys: String, CodingKey {
            case headline, published, views, body, credit
            case publishedFallback = "published_fallback"
        }
    }

    let header: Header?
    let records: [Record]
}

/// A record without its place, as it is compared with what is expected.
enum VariantReading: Equatable {
    case article(
        headline: String, published: String?, origin: ParsedArticle.TimeOrigin, views: Int64? = nil,
        body: [String] = [], credit: String? = nil)
    case rejected(reason: String)

    init(_ record: ParsedRecord) {
        self =
            switch record {
            case .article(let article):
                .article(
                    headline: article.headline, published: article.published?.description,
                    origin: article.origin, views: article.views, body: article.body.paragraphs,
                    credit: article.credit)
            case .rejected(let record):
                .rejected(reason: record.reason.name)
            }
    }

    init(_ record: VariantExpectation.Record) {
        // White space at a line's ends is no text, also where a dump was cut off after it.
        let body = (record.body ?? []).map { $0.trimmingCharacters(in: .whitespaces) }
        self = .article(
            headline: record.headline, published: record.published ?? record.publishedFallback,
            origin: record.published == nil ? .dump : .stated, views: record.views,
            body: body, credit: record.credit)
    }
}

extension RejectionReason {
    /// The name of the case.
    var name: String {
        switch self {
        case .impossibleTime: "impossibleTime"
        case .impossibleHeaderDate: "impossibleHeaderDate"
        case .noHeadline: "noHeadline"
        case .textBeforeFirstStamp: "textBeforeFirstStamp"
        case .nothingToKeep: "nothingToKeep"
        case .malformed: "malformed"
        case .tooDeep: "tooDeep"
        case .undecodable: "undecodable"
        case .notUTF8: "notUTF8"
        case .tooLarge: "tooLarge"
        }
    }
}

extension Variant {
    /// What the parser is to read: the expectation, with what was decided where its note leaves room.
    func readings(decidedFor name: String) -> [VariantReading] {
        var readings = expectation.records.map(VariantReading.init)
        switch name.prefix(3) {
        case "v07":  // The line that invites to recommend the article is kept.
            readings = zip(expectation.records, ["Tell a friend", "Рассказать друзьям"]).map { record, line in
                .article(
                    headline: record.headline, published: record.published, origin: .stated,
                    views: record.views, body: [line] + (record.body ?? []))
            }
        case "v15":  // A stamp without a headline is told, not skipped.
            readings.insert(.rejected(reason: "noHeadline"), at: 1)
        case "v18":  // A time that cannot be is no time; the lead says nothing of it and stays.
            readings = readings.map { _ in .rejected(reason: "impossibleTime") }
        case "v21":  // The record with the paragraph in another encoding.
            readings[readings.count - 1] = .rejected(reason: "notUTF8")
        default: break
        }
        guard let header = expectation.header, let lead = header.headline else { return readings }
        if case .article(lead, _, _, _, _, _)? = readings.first { return readings }
        return [.article(headline: lead, published: header.date, origin: .dump)] + readings
    }
}
