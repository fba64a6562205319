#if Feeds
    import Foundation
    import Testing

    @testable import NewsArchiveFormats

    /// The feeds of feedparser, with what its authors expect of each.
    @Suite(.enabled(if: FeedFiles.areThere, "the shared folder is not there"))
    struct FeedConformanceTests {
        private struct Count {
            var held = 0
            var all = 0
            var share: Double { all == 0 ? 1 : Double(held) / Double(all) }
        }

        @Test func theExpectationsOfFeedparserHold() throws {
            var counts: [String: Count] = [:]
            var failed: [String] = []
            for file in FeedFiles.files(in: "feedparser/tests", endings: [".xml"]) {
                guard let text = try FeedFiles.text(of: file) else { continue }
                let test = FeedparserTest(text)
                let name = file.path.replacing(FeedFiles.folder.path + "/feedparser/tests/", with: "")
                let part = String(name.prefix { $0 != "/" })
                for expectation in test.expectations {
                    let holds = test.reading.holds(expectation)
                    counts[part, default: Count()].all += 1
                    if holds {
                        counts[part, default: Count()].held += 1
                    } else {
                        failed.append("\(name): \(expectation)")
                    }
                }
            }
            let all = counts.values.reduce(into: Count()) {
                $0.held += $1.held; $0.all += $1.all
            }
            print("feedparser: \(all.held) of \(all.all)", counts.mapValues { "\($0.held) of \($0.all)" })
            if ProcessInfo.processInfo.environment["SHOW_FAILED"] != nil { failed.forEach { print($0) } }
            #expect(all.all > 500)
            #expect(all.share >= 0.90)
            #expect(try #require(counts["wellformed"]).share >= 0.95)
        }

        @Test func theExpectationsOfGofeedHold() throws {
            var all = Count()
            var failed: [String] = []
            for file in FeedFiles.files(in: "gofeed/testdata", endings: [".xml"]) {
                guard let text = try FeedFiles.text(of: file) else { continue }
                let reading = FeedReading(text)
                for expectation in GofeedTest.expectations(beside: file) {
                    all.all += 1
                    if reading.holds(expectation) {
                        all.held += 1
                    } else {
                        failed.append("\(file.lastPathComponent): \(expectation)")
                    }
                }
            }
            print("gofeed: \(all.held) of \(all.all)")
            if ProcessInfo.processInfo.environment["SHOW_FAILED"] != nil { failed.forEach { print($0) } }
            #expect(all.all > 100)
            #expect(all.share >= 0.97)
        }

        @Test func everyFeedOfMinifluxIsReadInItsEncoding() throws {
            let files = FeedFiles.files(in: "miniflux", endings: [".xml"])
            #expect(files.count > 10)
            for file in files {
                let text = try #require(try FeedFiles.text(of: file))
                // Some of its files are other XML.
                guard text.withUnsafeBytes({ FeedParser.recognizes($0) }) != nil else { continue }
                let reasons = Set(feedRecords(text).compactMap(\.rejected?.reason.name))
                #expect(reasons.isSubset(of: ["nothingToKeep"]), "\(file.lastPathComponent): \(reasons)")
            }
        }

        @Test func everyFileIsReadWholeAndInPieces() throws {
            let files = FeedFiles.files(in: "", endings: [".xml", ".rss", ".atom", ".rdf"])
            #expect(files.count > 2_500)
            for file in files {
                guard let text = try FeedFiles.text(of: file) else { continue }
                let whole = feedRecords(text)
                guard text.count < 2_000 else { continue }
                #expect(feedRecords(text, pieces: 5) == whole, "\(file.lastPathComponent)")
            }
        }
    }
#endif
