import Foundation
import Testing

@testable import NewsArchiveFormats

/// Feeds of other projects with bytes changed at random: nothing of it may crash, hang, or come out as no UTF-8.
@Suite(.enabled(if: FeedFiles.areThere, "the feeds beside the package are not there"))
struct FeedFuzzTests {
    /// With NEWS_ARCHIVE_LONG_TESTS=1 a hundred thousand, to be run under the address sanitizer.
    private static let runs =
        ProcessInfo.processInfo.environment["NEWS_ARCHIVE_LONG_TESTS"] == "1" ? 100_000 : 1000

    private static let endings = [".xml", ".json", ".html"]

    @Test func bytesChangedAtRandomAreNoCrash() throws {
        let files = FeedFiles.files(in: "", endings: Self.endings)
        var random = SeededGenerator(seed: 2026)
        // Every file at least once in the long run; the same step through them in the short one.
        let step = max(1, files.count / Self.runs)
        for run in 0..<Self.runs {
            let file = files[(run * step) % files.count]
            var bytes = Array(try Data(contentsOf: file))
            damage(&bytes, using: &random)
            let pieceLength = [1, 7, 1 << 16].randomElement(using: &random) ?? 1
            for record in read(bytes, inPiecesOf: bytes.count > 20_000 ? 1 << 16 : pieceLength) {
                guard case .article(let article) = record else { continue }
                #expect(article.body.utf8.withUnsafeBytes(UTF8Check.firstInvalidByte) == nil, "\(file.path)")
                #expect(!article.headline.isEmpty, "\(file.path)")
            }
        }
    }

    private func damage(_ bytes: inout [UInt8], using random: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        for _ in 0..<Int.random(in: 1...8, using: &random) {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            bytes[place] = UInt8.random(in: 0...255, using: &random)
        }
    }

    private func read(_ bytes: [UInt8], inPiecesOf length: Int) -> [ParsedRecord] {
        var found: [ParsedRecord] = []
        bytes.withUnsafeBytes { bytes in
            let detected = EncodingDetector.detect(in: bytes)
            guard let decoder = TextDecoder(detected.encoding) else { return }
            var text: [UInt8] = []
            decoder.decode(bytes) { text += $0 }
            decoder.finish { text += $0 }
            text.withUnsafeBytes { text in
                guard case .format(let format) = DumpFormat.detect(in: text),
                    var parser = format.makeParser()
                else { return }
                for start in stride(from: 0, to: text.count, by: length) {
                    let piece = UnsafeRawBufferPointer(
                        rebasing: text[start..<min(text.count, start + length)])
                    parser.parse(piece) { found.append($0) }
                }
                parser.finish { found.append($0) }
            }
        }
        return found
    }
}
