import Foundation
import Testing

@testable import NewsArchiveFormats

/// The feeds of others, whose encodings are known, and one dump in several encodings.
@Suite(.enabled(if: Shared.isThere))
struct SharedEncodingTests {
    @Test(arguments: [("feedparser/tests/encoding", 62), ("feedparser/tests/illformed/chardet", 8)])
    func theEncodingOfAFeedIsWhatItsExpectationSays(folder: String, least: Int) throws {
        var held = 0
        for file in try files(Shared.folder.appending(path: "feeds/\(folder)")) {
            let feed = try Feed(file)
            guard let expected = feed.expected else { continue }
            let encoding = try #require(TextEncoding(named: expected))
            if try feed.text() == feed.text(in: encoding) {
                held += 1
            } else {
                print("\(file.lastPathComponent): \(expected) expected, \(feed.detected) found")
            }
        }
        #expect(held >= least)
    }

    @Test func whatComesOfAFeedIsUTF8() throws {
        for folder in ["feedparser/tests/encoding", "feedparser/tests/illformed/chardet", "miniflux"] {
            for file in try files(Shared.folder.appending(path: "feeds/\(folder)")) {
                let feed = try Feed(file)
                let text = try feed.text()
                print(file.lastPathComponent, feed.detected)
                if feed.detected.reason != .damagedUTF8 {
                    #expect(String(validating: text, as: UTF8.self) != nil, "\(file.path) \(feed.detected)")
                }
            }
        }
    }

    @Test(arguments: [
        ("small-bom.rss", "utf-8"), ("small-cp1251.rss", "windows-1251"), ("small-latin1.rss", "iso-8859-1"),
        ("small-utf16.rss", "utf-16"),
    ])
    func theSameDumpInAnotherEncodingIsTheSameText(name: String, label: String) throws {
        let formats = Shared.folder.appending(path: "dumps/formats")
        let feed = try Feed(formats.appending(path: name))
        #expect(feed.detected.encoding == TextEncoding(named: label))
        let text = try feed.text()
        #expect(String(validating: text, as: UTF8.self) != nil)
        print(name, text.count, feed.detected)
    }

    private func files(_ folder: URL) throws -> [URL] {
        let found = FileManager.default.enumerator(
            at: folder, includingPropertiesForKeys: [.isRegularFileKey])
        let all = (found?.allObjects ?? []).compactMap { $0 as? URL }
        return try all.filter { try $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true }
            .sorted { $0.path < $1.path }
    }
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
