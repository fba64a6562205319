import NewsArchiveFormats
import NewsArchiveSQLite
import Testing

@testable import NewsArchive

@Suite struct ArticleLookUpsTests {
    private let listing = Listing.records(20)

    private func archive(_ text: String) async throws -> Archive {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(text))
        return archive
    }

    // The chunk that a dump with this text is.
    private func chunk(_ text: String) throws -> ImportChunk {
        var chunk = ImportChunk(firstPosition: 0, byteLimit: 1 << 20)
        var parser = ListingParser()
        let add = { (record: ParsedRecord) in
            guard case .article(let article) = record else { return }
            chunk.add(.article(PreparedArticle(article, localTime: .utc)), byteCount: 0)
        }
        Array(text.utf8).withUnsafeBytes { parser.parse($0, emit: add) }
        parser.finish(emit: add)
        return chunk
    }

    private func records(_ chunk: ImportChunk) -> [PreparedArticle] {
        chunk.records.compactMap { if case .article(let record) = $0 { record } else { nil } }
    }

    // The look-ups of a chunk, beside the reader that looks up itself.
    private func compare(
        _ archive: Archive, _ chunk: ImportChunk, byteLimit: Int = .max,
        _ check: @escaping @Sendable (inout ArticleLookUps, ArticleReader) throws -> Void
    ) async throws {
        try await archive.pool.writer.run { connection in
            let reader = try ArticleReader(connection)
            var lookUps = try ArticleLookUps(of: chunk.records[...], reader, byteLimit: byteLimit)
            try check(&lookUps, reader)
        }
    }

    @Test func theySayWhatTheReaderSays() async throws {
        let chunk = try chunk(listing + Listing.records(3, subject: "train"))
        let records = records(chunk)
        #expect(records.count == 23)
        try await compare(try await archive(listing), chunk) { lookUps, reader in
            for record in records {
                let ids = try reader.candidates(hash: record.key.hash, nearMinute: 0)
                #expect(lookUps.candidates(hash: record.key.hash) == ids)
                for id in ids {
                    #expect(lookUps.stored(id)?.state == (try reader.stored(id, sharing: nil)?.state))
                    #expect(lookUps.latestSightings(of: id)?.any == (try reader.latestSightings(of: id).any))
                }
            }
        }
    }

    @Test func ofEqualTextsTheRecordsIsKept() async throws {
        let chunk = try chunk(listing)
        let record = try #require(records(chunk).first)
        try await compare(try await archive(listing), chunk) { lookUps, _ in
            let id = try #require(lookUps.candidates(hash: record.key.hash)?.first)
            let stored = try #require(lookUps.stored(id))
            #expect(stored.state.wording.body.isShared(with: record.article.body))
        }
    }

    @Test func whatIsWrittenMeanwhileIsToBeLookedUpAgain() async throws {
        let chunk = try chunk(listing)
        let records = records(chunk)
        try await compare(try await archive(listing), chunk) { lookUps, reader in
            let moved = try #require(lookUps.candidates(hash: records[0].key.hash)?.first)
            let article = KnownArticle(stored: try #require(lookUps.stored(moved)))
            // Another article has got the second headline.
            article.newKeys = [records[1].key]
            lookUps.written = WrittenArticles([article])
            #expect(lookUps.candidates(hash: records[0].key.hash) == nil)
            #expect(lookUps.candidates(hash: records[1].key.hash) == nil)
            #expect(lookUps.candidates(hash: records[2].key.hash) != nil)
            #expect(lookUps.stored(moved) == nil)
            #expect(lookUps.latestSightings(of: moved) == nil)
        }
    }

    @Test func textsThatDifferAreKeptUpToALimit() async throws {
        let others = listing.replacing("with word", with: "without word")
        let chunk = try chunk(others)
        let records = records(chunk)
        try await compare(try await archive(listing), chunk, byteLimit: 100) { lookUps, _ in
            let found = records.filter { lookUps.candidates(hash: $0.key.hash) != nil }
            #expect(found.count == 3)
        }
    }

    @Test func aHeadlineOfManyArticlesIsLeftToTheReader() async throws {
        let column = (1...9).map {
            "0\($0).02.2025, 08:00 5\nThe column of the week\n\(Listing.text(about: "c\($0)"))\n"
        }
        let chunk = try chunk(column.joined())
        let record = try #require(records(chunk).first)
        try await compare(try await archive(column.joined()), chunk) { lookUps, _ in
            #expect(lookUps.candidates(hash: record.key.hash) == nil)
        }
    }
}
