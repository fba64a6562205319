import NewsArchiveSQLite
import Testing

@testable import NewsArchive

/// When records of feeds are one article: by guid, by link, by headline, per source.
@Suite struct FeedIdentityTests {
    private let long = (0..<60).map { "word\($0)" }.joined(separator: " ")
    private let other = (0..<60).map { "other\($0)" }.joined(separator: " ")

    /// JSON Lines; `fields` are members beside the headline and the text.
    private func record(_ headline: String, _ body: String, _ fields: [String: String] = [:]) -> String {
        let members = fields.sorted { $0.key < $1.key }.map { ", \"\($0.key)\": \"\($0.value)\"" }.joined()
        return "{\"headline\": \"\(headline)\", \"body\": \"\(body)\"\(members)}\n"
    }

    private func archive(
        of dumps: [String], source: String? = "gazette", identity: IdentityRule = .automatic,
        chunkByteLimit: Int = ImportChunk.byteLimit
    ) async throws -> Archive {
        let archive = try Archive.inMemory()
        var options = ImportOptions(source: source, identity: identity, format: .jsonLines)
        options.chunkByteLimit = chunkByteLimit
        for (number, dump) in dumps.enumerated() {
            _ = try await archive.importDump(Listing.dump(dump, name: "dump \(number)"), options: options)
        }
        #expect(try await archive.problems().isEmpty)
        return archive
    }

    private func articles(_ archive: Archive) async throws -> Int64 {
        try await archive.statistics().articles
    }

    @Test(arguments: [1, ImportChunk.byteLimit])
    func theSameGuidIsOneArticleWhateverItsHeadline(chunk: Int) async throws {
        let first = record("Ferry late", long, ["guid": "a1"]) + record("Pier closed", other, ["guid": "a2"])
        let second = record("Ferry two hours late", long, ["guid": "a1"])
        for dumps in [[first, second], [first + second]] {
            let archive = try await archive(of: dumps, chunkByteLimit: chunk)
            #expect(try await articles(archive) == 2)
            let article = try #require(try await archive.only("\"two hours late\""))
            #expect(article.revisions.map(\.headline) == ["Ferry late"])
            #expect(article.sightings.map(\.decision.rule) == [.new, .sameGuid])
            #expect(article.metadata.guid == "a1")
        }
    }

    @Test func theSameGuidOfAnotherSourceIsAnotherArticle() async throws {
        let archive = try await archive(
            of: [
                record("Ferry late", long, ["guid": "1", "source": "gazette"]),
                record("Bakery opens", other, ["guid": "1", "source": "courier"]),
            ], source: nil)
        #expect(try await articles(archive) == 2)
    }

    @Test func aGuidThatIsNotUniqueByItsFormCountsOnlyWithinAKnownSource() async throws {
        let numbers = [
            record("Ferry late", long, ["guid": "1"]), record("Bakery opens", other, ["guid": "1"]),
        ]
        #expect(try await articles(archive(of: numbers, source: nil)) == 2)
        #expect(try await articles(archive(of: numbers)) == 1)
        let addresses = ["Ferry late", "Ferry very late"].map {
            record($0, long, ["guid": "tag:gazette.example,2025:1"])
        }
        #expect(try await articles(archive(of: addresses, source: nil)) == 1)
    }

    @Test func aGuidThatAllRecordsBearIsNone() async throws {
        let all = (0..<5).map {
            record("Headline \($0)", Listing.text(about: "text\($0)x"), ["guid": "feed"])
        }.joined()
        let archive = try await archive(of: [all])
        #expect(try await articles(archive) == 5)
        #expect(try await archive.only("text3x7")?.metadata.guid == "feed")
    }

    @Test func aLinkThatAllRecordsBearIsNone() async throws {
        let all = (0..<5).map {
            record("Headline \($0)", "text\($0)", ["url": "https://gazette.example/news"])
        }.joined()
        #expect(try await articles(archive(of: [all])) == 5)
    }

    @Test func theSameLinkIsOneArticleHoweverItIsWritten() async throws {
        let archive = try await archive(of: [
            record("Ferry late", long, ["url": "http://gazette.example/ferry/"])
                + record("Pier closed", other, ["url": "https://gazette.example/pier"]),
            record("Ferry two hours late", long, ["url": "https://gazette.example/ferry?utm_source=rss#12"]),
        ])
        #expect(try await articles(archive) == 2)
        let article = try #require(try await archive.only("\"two hours late\""))
        #expect(article.sightings.map(\.decision.rule) == [.new, .sameLink])
        #expect(article.url == "https://gazette.example/ferry?utm_source=rss#12")
        #expect(article.sightings.first?.metadata.url == "http://gazette.example/ferry/")
    }

    @Test func theSameStoryOfTwoSourcesIsOneArticleThatBothFind() async throws {
        let story = ["gazette", "courier"].map {
            record("Ferry late", long, ["source": $0, "guid": "\($0)-7", "url": "https://\($0).example/7"])
        }
        let archive = try await archive(of: story, source: nil)
        #expect(try await articles(archive) == 1)
        for source in ["gazette", "courier"] {
            #expect(try await archive.ids("source:\(source) ferry").count == 1, "\(source)")
        }
        let article = try #require(try await archive.only("ferry"))
        #expect(article.sightings.map(\.metadata.guid) == ["gazette-7", "courier-7"])
        #expect(article.sightings.map(\.source) == ["gazette", "courier"])
    }

    @Test func anArticleIsFoundByEveryGuidAndHeadlineItHad() async throws {
        let archive = try await archive(of: [
            record("Ferry late", long, ["guid": "a1"]),
            record("Ferry two hours late", long, ["guid": "a1"]),
            record("Ferry late", long, ["guid": "b9"]),
            record("Ferry gone", long, ["guid": "b9"]),
            record("Ferry two hours late", long),
        ])
        #expect(try await articles(archive) == 1)
    }

    @Test func aHeadlineLearnedByGuidIsKnownToTheNextRecordOfTheChunk() async throws {
        let archive = try await archive(of: [
            record("Ferry late", long, ["guid": "a1"]),
            record("Ferry gone", long, ["guid": "a1"]) + record("Ferry gone", long),
        ])
        #expect(try await articles(archive) == 1)
    }

    @Test func theRulesHeadlineAndExactDoNotAskForGuids() async throws {
        let dumps = [record("Ferry late", long, ["guid": "a1"]), record("Ferry gone", long, ["guid": "a1"])]
        for rule in [IdentityRule.headline, .exact] {
            #expect(try await articles(archive(of: dumps, identity: rule)) == 2, "\(rule)")
        }
    }

    @Test func whatASourceSaysIsStoredOnceHoweverOftenItSaysIt() async throws {
        let same = record("Ferry late", long, ["guid": "a1", "author": "Anna Brook", "tags": "sea; port"])
        let edited = record("Ferry late", long, ["guid": "a1", "author": "Ben Hill"])
        let archive = try await archive(of: [same, same + "\n", same + edited, edited + "\n\n"])
        let article = try #require(try await archive.only("ferry"))
        #expect(article.sightings.count == 5)
        #expect(article.metadata.author == "Ben Hill")
        #expect(article.metadata.categories == ["sea", "port"])
        #expect(article.sightings.map(\.metadata.author).last == "Ben Hill")
        let rows = try await archive.read { try $0.integer("SELECT count(*) FROM metadata") }
        #expect(rows == 2)
    }

    @Test func anImportInSmallChunksGivesTheSameArchive() async throws {
        var random = SeededGenerator(seed: 4)
        let dumps = (0..<6).map { _ in
            (0..<40).map { _ in
                let story = Int.random(in: 0..<25, using: &random)
                let wording = Int.random(in: 0..<3, using: &random)
                return record(
                    "Story \(story) in wording \(wording)", "\(long) of story\(story)",
                    [
                        "guid": "g\(story)", "published": "2025-10-0\(story % 9 + 1)T12:0\(story % 10):00Z",
                        "updated": "2025-10-1\(wording)T10:00:00Z", "url": "https://gazette.example/\(story)",
                        "views": "\(story * 10 + wording)",
                    ])
            }.joined()
        }
        let whole = try await archive(of: dumps)
        #expect(try await articles(whole) <= 25)
        for limit in [1, 700, 5000] {
            let pieces = try await archive(of: dumps, chunkByteLimit: limit)
            #expect(try await pieces.content() == whole.content(), "chunks of \(limit) bytes")
        }
    }
}
