import Foundation
import NewsArchiveFormats
import Testing

// What holds for any JSON and any table.
struct FormatPropertyTests {
    @Test(arguments: 0..<20)
    func whatIsWrittenReadsBackHoweverItArrives(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let rows = (0..<Int.random(in: 1...12, using: &random)).map { _ in RandomRow(using: &random) }
        let renderings: [(DumpFormat, String)] = [
            (.jsonLines, rows.map(\.json).joined(separator: "\n")), (.jsonLines, rows.map(\.json).joined()),
            (.json, "[" + rows.map(\.json).joined(separator: ",") + "]"),
            (
                .json,
                "{\"n\": [1, \"x\"], \"items\": [" + rows.map(\.json).joined(separator: ",\n")
                    + "], \"z\": {}}"
            ),
            (.csv, table(rows, delimiter: ",", end: "\r\n")), (.csv, table(rows, delimiter: ";", end: "\n")),
            (.csv, table(rows, delimiter: "|", end: "\n")), (.tsv, table(rows, delimiter: "\t", end: "\n")),
        ]
        for (format, text) in renderings {
            let bytes = Array(text.utf8)
            guard let parser = format.makeParser() else { continue }
            let whole = records(of: bytes, by: parser)
            #expect(whole.map(line) == rows.map(\.line), "\(format): \(text)")
            for size in [1, 3, 64] { #expect(records(of: bytes, by: parser, pieces: size) == whole) }
            for record in whole {
                let place = record.place
                #expect(place.line == bytes[..<place.byteOffset].count { $0 == 0x0A } + 1)
            }
        }
    }

    private func table(_ rows: [RandomRow], delimiter: String, end: String) -> String {
        let header = ["headline", "body", "published", "views"].joined(separator: delimiter)
        return ([header] + rows.map { $0.fields.joined(separator: delimiter) }).joined(separator: end) + end
    }

    @Test(arguments: 0..<20)
    func damageNeitherStopsAParserNorDependsOnPieces(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed) + 1000)
        let rows = (0..<6).map { _ in RandomRow(using: &random) }
        let texts: [(DumpFormat, String)] = [
            (.jsonLines, rows.map(\.json).joined(separator: "\n")),
            (.json, "{\"items\": [" + rows.map(\.json).joined(separator: ",") + "]}"),
            (.csv, table(rows, delimiter: ",", end: "\n")),
        ]
        for _ in 0..<8 {
            for (format, text) in texts {
                var bytes = Array(text.utf8)
                for _ in 0..<Int.random(in: 1...8, using: &random) {
                    let place = Int.random(in: 0..<bytes.count, using: &random)
                    switch Int.random(in: 0...3, using: &random) {
                    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                    case 1: bytes.removeSubrange(place..<min(bytes.count, place + 5))
                    case 2:
                        bytes.insert(
                            Array("\"{}[],:\n\\".utf8)[Int.random(in: 0..<9, using: &random)], at: place)
                    default: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 40)], at: place)
                    }
                    if bytes.isEmpty { bytes = [0x20] }
                }
                guard let parser = format.makeParser() else { continue }
                let whole = records(of: bytes, by: parser)
                #expect(records(of: bytes, by: parser, pieces: 7) == whole, "\(format)")
                #expect(records(of: bytes, by: parser, pieces: 1) == whole, "\(format)")
                var end = 0
                for place in whole.map(\.place) {
                    #expect(place.byteOffset >= end && place.byteCount > 0, "\(format) \(place)")
                    end = place.byteOffset + place.byteCount
                }
                #expect(end <= bytes.count)
            }
        }
    }

    @Test func oneDamagedLineCostsOneArticle() {
        var random = SeededGenerator(seed: 77)
        for _ in 0..<60 {
            let rows = (0..<5).map { _ in RandomRow(using: &random) }
            var lines = rows.map { Array($0.json.utf8) }
            lines[2].removeLast(Int.random(in: 1..<lines[2].count, using: &random))
            let found = records(of: Array(lines.joined(separator: [0x0A])), by: JSONParser(isLines: true))
            let kept = rows.indices.filter { $0 != 2 }.map { rows[$0].line }
            #expect(found.filter { if case .article = $0 { true } else { false } }.map(line) == kept)
            #expect(found.count == 5)
        }
    }

    @Test func anyBytesAreRead() {
        var random = SeededGenerator(seed: 9)
        let likely = Array("{}[]\",:\\\n\r\t;|ue0 truNaN/*title".utf8)
        for _ in 0..<600 {
            let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? UInt8.random(in: 0...255, using: &random)
                    : likely[Int.random(in: 0..<likely.count, using: &random)]
            }
            _ = bytes.withUnsafeBytes { DumpFormat.detect(in: $0) }
            for parser: any DumpParser in [
                JSONParser(isLines: true), JSONParser(isLines: false), TableParser(),
            ] {
                #expect(records(of: bytes, by: parser, pieces: 5) == records(of: bytes, by: parser))
            }
        }
    }
}

// The same dump in four files of the folder `shared`, where it is there.
extension FormatPropertyTests {
    private static let folder = Shared.folder.appending(path: "dumps/formats")
    private static let isThere = FileManager.default.fileExists(atPath: folder.path)

    @Test(.enabled(if: isThere, "the shared folder is not there"))
    func oneDumpInFourFormatsHasTheSameArticles() throws {
        let lines = try articles(in: "small.jsonl", .jsonLines)
        #expect(lines.count == 200)
        #expect(lines.allSatisfy { $0.published != nil && $0.views != nil && !$0.body.isEmpty })
        try expectSame(articles(in: "small.csv", .csv), lines)
        try expectSame(articles(in: "small.jsonfeed.json", .jsonFeed), lines)
        let table = try articles(in: "small-semicolon-cp1252.csv", .csv, encoding: .windowsCP1252)
        #expect(table.count == 200)
        #expect(table.map(\.views) == lines.map(\.views))
        #expect(table.map(\.published) == lines.map(\.published))
        // What the code page has no letter for is lost in it: most texts have nothing of that kind.
        #expect(zip(table, lines).filter { $0.headline == $1.headline && $0.body == $1.body }.count > 150)
    }

    private func expectSame(_ articles: [ParsedArticle], _ others: [ParsedArticle]) throws {
        #expect(articles.map(\.headline) == others.map(\.headline))
        #expect(articles.map(\.body) == others.map(\.body))
        #expect(articles.map(\.views) == others.map(\.views))
        #expect(articles.map { $0.published?.description } == others.map { $0.published?.description })
    }

    private func articles(
        in name: String, _ format: DumpFormat, encoding: String.Encoding = .utf8
    ) throws -> [ParsedArticle] {
        let data = try Data(contentsOf: Self.folder.appending(path: name))
        let bytes = Array(try #require(String(data: data, encoding: encoding)).utf8)
        let start = bytes.prefix(DumpFormat.detectionLength)
        #expect(start.withUnsafeBytes { DumpFormat.detect(in: $0) } == .format(format))
        let found = records(of: bytes, by: try #require(format.makeParser()), pieces: 65_536)
        #expect(found.allSatisfy { if case .article = $0 { true } else { false } })
        return found.compactMap(\.article)
    }
}

/// A row with the ways in which it may be written.
private struct RandomRow {
    let headline: String
    let body: String
    let views: Int

    init(using random: inout SeededGenerator) {
        let parts = [
            "a", "bridge", "Ünal", "қала", "\"", ",", ";", "|", "\t", "{", "}", "[", "]", ":", "\\", "'", "😀",
            "10%", "/", "null",
        ]
        func text(_ count: Int, _ random: inout SeededGenerator) -> String {
            (0..<count).map { _ in parts[Int.random(in: 0..<parts.count, using: &random)] }.joined(
                separator: " ")
        }
        let number = Int.random(in: 100_000...999_999, using: &random)
        headline = "Headline \(number) " + parts[Int.random(in: 0..<8, using: &random)] + "."
        body =
            "Text " + text(Int.random(in: 0...20, using: &random), &random) + "\nend " + text(2, &random)
            + "."
        views = Int.random(in: 0...100_000, using: &random)
    }

    // White space within a line comes out as one space.
    var line: String {
        let lines = body.split(separator: "\n").map {
            $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        return "\(headline) | \(lines.joined(separator: "\n")) | 2025-10-09T15:45 | \(views)"
    }

    var fields: [String] {
        func quoted(_ text: String) -> String {
            "\"" + text.replacing("\"", with: "\"\"") + "\""
        }
        return [quoted(headline), quoted(body), "2025-10-09T15:45", "\(views)"]
    }

    var json: String {
        func escaped(_ text: String) -> String {
            var json = "\""
            for scalar in text.unicodeScalars {
                switch scalar {
                case "\"": json += "\\\""
                case "\\": json += "\\\\"
                case "\n": json += "\\n"
                case "\t": json += "\\t"
                case "😀": json += "\\ud83d\\ude00"
                default: json.unicodeScalars.append(scalar)
                }
            }
            return json + "\""
        }
        return "{\"headline\": \(escaped(headline)), \"body\": \(escaped(body)), \"more\": {\"x\": [1, {}]}, "
            + "\"published\": \"2025-10-09T15:45\", \"views\": \(views)}"
    }
}
