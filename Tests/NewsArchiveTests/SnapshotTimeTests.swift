#if Feeds
    import Testing

    @testable import NewsArchive

    /// When a feed was taken, where it states times that have not come.
    @Suite struct SnapshotTimeTests {
        private func feed(_ items: [(headline: String, body: String, time: String?)], head: String = "")
            -> String
        {
            let items = items.map { item in
                let time = item.time.map { "<pubDate>\($0)</pubDate>" } ?? ""
                return """
                    <item><title>\(item.headline)</title><guid>\(item.headline)</guid>\
                    <description>\(item.body)</description>\(time)</item>
                    """
            }
            return
                "<rss version=\"2.0\"><channel><title>gazette</title>\(head)\(items.joined())</channel></rss>"
        }

        private func archive(of feeds: [String]) async throws -> Archive {
            let archive = try Archive.inMemory()
            for (number, feed) in feeds.enumerated() {
                _ = try await archive.importDump(Listing.dump(feed, name: "feed \(number)"))
            }
            return archive
        }

        private let first = "Thu, 09 Oct 2025 12:00:00 GMT"
        private let second = "Fri, 10 Oct 2025 12:00:00 GMT"
        private let never = "Tue, 01 Jan 2999 12:00:00 GMT"

        @Test func anItemOfTheFarFutureDoesNotMakeItsSnapshotTheLatestForEver() async throws {
            let archive = try await archive(of: [
                feed([("Ferry", "Boats wait.", first), ("Pier", "No entry.", never)]),
                feed([("Ferry", "Boats sail.", second)]),
            ])
            let ferry = try #require(try await archive.only("ferry"))
            #expect(ferry.body.string == "Boats sail.")
            #expect(ferry.sightings.map { $0.seen?.description } == ["2025-10-09T12:00", "2025-10-10T12:00"])
            #expect(try await archive.dumps().map(\.taken) == ["2025-10-09T12:00", "2025-10-10T12:00"])
            let pier = try #require(try await archive.only("pier"))
            #expect(pier.published?.description == "2999-01-01T12:00:00Z")
        }

        @Test func aFeedThatSaysItWasMadeInTheFarFutureIsTakenWhenItsNewestItemWas() async throws {
            let head = "<lastBuildDate>\(never)</lastBuildDate>"
            let archive = try await archive(of: [
                feed([("Ferry", "Boats wait.", first), ("Pier", "No entry.", nil)], head: head)
            ])
            #expect(try await archive.dumps().map(\.taken) == ["2025-10-09T12:00"])
            let pier = try #require(try await archive.only("pier"))
            #expect(pier.published == nil)
        }

        @Test func aSecondFeedOfADumpIsTakenInNoFarFutureEither() async throws {
            let head = "<lastBuildDate>\(never)</lastBuildDate>"
            let archive = try await archive(of: [
                feed([("Ferry", "Boats wait.", first)]) + feed([("Pier", "No entry.", second)], head: head)
            ])
            #expect(try await archive.dumps().map(\.taken) == ["2025-10-10T12:00"])
        }
    }
#endif
