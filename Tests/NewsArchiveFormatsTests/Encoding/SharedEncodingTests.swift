import Foundation
import Testing

@testable import NewsArchiveFormats

/// The feeds of others, whose encodings are known, and one dump in several encodings.
@Suite(.enabled(if: Shared.isThere))
struct SharedEncodingTests {
    // 60 of 60 and 8 of 8: where the expectation rests on the rules of HTTP alone, the feed is ASCII in any case.
    @Test(arguments: ["feedparser/tests/encoding", "feedparser/tests/illformed/chardet"])
    func theTextOfAFeedIsThatOfTheEncodingExpected(folder: String) throws {
        for file in try files(Shared.folder.appending(path: "feeds/\(folder)")) {
            let feed = try Feed(file)
            guard let expected = feed.expected else { continue }
            let encoding = try #require(TextEncoding(named: expected))
            let isSame = try feed.text() == feed.text(in: encoding)
            #expect(isSame, "\(file.lastPathComponent): \(expected) expected, \(feed.detected) found")
        }
    }

    @Test func whatComesOfAFeedIsUTF8() throws {
        for folder in ["feedparser/tests/encoding", "feedparser/tests/illformed/chardet", "miniflux"] {
            for file in try files(Shared.folder.appending(path: "feeds/\(folder)")) {
                let feed = try Feed(file)
                let text = try feed.text()
                // Two have damage on purpose.
                let isDamaged = ["bozo_invalid-bytes-with-bom.xml", "bozo_linenoise.xml"].contains(
                    file.lastPathComponent)
                let isUTF8 = String(validating: text, as: UTF8.self) != nil
                #expect(isUTF8 != isDamaged, "\(file.path) \(feed.detected)")
            }
        }
    }

    private static let dumps: [(String, String)] = [
        ("small-bom.rss", "utf-8"), ("small-cp1251.rss", "windows-1251"), ("small-latin1.rss", "iso-8859-1"),
        ("small-utf16.rss", "utf-16"),
    ]

    @Test(arguments: dumps)
    func theSameDumpInAnotherEncodingIsTheSameText(name: String, label: String) throws {
        let feed = try Feed(Shared.formats.appending(path: name))
        #expect(feed.detected.encoding == TextEncoding(named: label))
        let isSame = try plain(feed.text()) == plain(Feed(Shared.formats.appending(path: "small.rss")).text())
        #expect(isSame)
    }

    @Test func aTableWithoutALabelIsTold() throws {
        let table = try Feed(Shared.formats.appending(path: "small-semicolon-cp1252.csv"))
        #expect(table.detected == DetectedEncoding(.windows1252, .characterStatistics))
    }

    /// The text without its declaration, and what its encoding cannot carry in place of its number.
    private func plain(_ text: [UInt8]) throws -> String {
        let text = try #require(String(validating: text, as: UTF8.self))
        let body = text.replacing(/^<\?xml.*?\?>\s*/, with: "")
        return body.replacing(/&#([0-9]+);/) { match in
            UInt32(match.1).flatMap(Unicode.Scalar.init).map { String(Character($0)) } ?? ""
        }
    }

    private func files(_ folder: URL) throws -> [URL] {
        let found = FileManager.default.enumerator(
            at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        let all = (found?.allObjects ?? []).compactMap { $0 as? URL }
        return try all.filter { try $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true }
            .sorted { $0.path < $1.path }
    }
}

extension Shared {
    fileprivate static let formats = folder.appending(path: "dumps/formats")
}

/// A feed with the encoding that its comment says is in it.
private struct Feed {
    let bytes: [UInt8]
    let detected: DetectedEncoding
    let expected: String?

    init(_ file: URL) throws {
        let bytes = try Fixtures.bytes(of: file)
        let ascii = String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self)
        let label = ascii.firstMatch(of: /Header: .*charset ?= ?["']?([A-Za-z0-9_-]+)/)?.1
        expected = ascii.firstMatch(of: /Expect: .*encoding == '([^']+)'/).map { String($0.1) }
        detected = bytes.withUnsafeBytes { EncodingDetector.detect(in: $0, label: label.map(String.init)) }
        self.bytes = bytes
    }

    func text(in encoding: TextEncoding? = nil) throws -> [UInt8] {
        decoded(bytes, by: try #require(TextDecoder(encoding ?? detected.encoding)))
    }
}
