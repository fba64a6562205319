import Foundation
import NewsArchiveFormats
import NewsArchiveSQLite
import Testing

@testable import NewsArchive

@Suite struct LookAheadTests {
    private func chunk(at position: Int, records: Int) -> ImportChunk {
        var chunk = ImportChunk(firstPosition: position, byteLimit: 1 << 20)
        for number in 0..<records {
            let article = ParsedArticle(headline: "The ferry number \(number) has left")
            chunk.add(.article(PreparedArticle(article, localTime: .utc)), byteCount: 0)
        }
        return chunk
    }

    private func withLookAhead(_ check: @escaping @Sendable (LookAhead) throws -> Void) async throws {
        let folder = try TemporaryFolder()
        let archive = try Archive(path: folder.path("a.sqlite"))
        let opener = archive.opener
        try await archive.pool.writer.run { connection in
            let reader = try #require(opener.openBeside(connection))
            try check(LookAhead(byteLimit: 1 << 20, reader))
        }
    }

    @Test func eachSliceIsHandedOverOnce() async throws {
        let chunk = chunk(at: 0, records: 1000)
        try await withLookAhead { lookAhead in
            lookAhead.start(chunk)
            lookAhead.start(chunk)
            let lookUps = try #require(lookAhead.take(for: chunk, after: []))
            #expect(lookUps.slice(from: 0) != nil)
            #expect(lookUps.slice(from: 512) != nil)
            #expect(lookUps.slice(from: 0) == nil)
            #expect(lookUps.slice(from: 1024) == nil)
            #expect(lookAhead.take(for: chunk, after: []) == nil)
        }
    }

    @Test func aChunkThatWasNotTakenStandsInNobodysWay() async throws {
        let (first, second) = (chunk(at: 0, records: 10), chunk(at: 10, records: 10))
        try await withLookAhead { lookAhead in
            lookAhead.start(first)
            #expect(lookAhead.take(for: second, after: []) == nil)
            lookAhead.start(second)
            #expect(lookAhead.take(for: first, after: []) == nil)
            #expect(lookAhead.take(for: second, after: [])?.slice(from: 0) != nil)
        }
    }

    @Test func afterItsEndThereIsNothing() async throws {
        let chunk = chunk(at: 0, records: 10)
        try await withLookAhead { lookAhead in
            lookAhead.start(chunk)
            lookAhead.end()
            #expect(lookAhead.take(for: chunk, after: []) == nil)
        }
    }

    @Test func whatCannotBeLookedUpIsLeftOut() async throws {
        let folder = try TemporaryFolder()
        let chunk = chunk(at: 0, records: 10)
        let reader = try Connection(.readWrite(path: folder.path("other.sqlite")))
        let lookAhead = LookAhead(byteLimit: 1 << 20, reader)
        lookAhead.start(chunk)
        #expect(lookAhead.take(for: chunk, after: [])?.slice(from: 0) == nil)
    }

    @Test func anArchiveInMemoryHasNobodyBesideItsWriter() async throws {
        let archive = try Archive.inMemory()
        let opener = archive.opener
        #expect(try await archive.pool.writer.run { opener.openBeside($0) == nil })
    }

    @Test func ofAFileThatWasMovedAnotherConnectionIsNotOpened() async throws {
        let folder = try TemporaryFolder()
        let archive = try Archive(path: folder.path("a.sqlite"))
        let opener = archive.opener
        _ = try await archive.importDump(Listing.dump(Listing.records(3)))
        #expect(try await archive.pool.writer.run { opener.openBeside($0) != nil })
        try FileManager.default.moveItem(atPath: folder.path("a.sqlite"), toPath: folder.path("b.sqlite"))
        try FileManager.default.copyItem(atPath: folder.path("b.sqlite"), toPath: folder.path("a.sqlite"))
        #expect(try await archive.pool.writer.run { opener.openBeside($0) == nil })
    }
}
