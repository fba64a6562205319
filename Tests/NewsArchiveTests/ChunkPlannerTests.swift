import Dispatch
import Testing

@testable import NewsArchive

/// Chunks that are planned while the one before is written, and indexed beside it.
@Suite struct ChunkPlannerTests {
    // A dump is large from its first byte on, and so is a segment.
    private func options(_ chunkByteLimit: Int) -> ImportOptions {
        var options = ImportOptions()
        options.chunkByteLimit = chunkByteLimit
        options.loading = IndexLoading(largeDump: 0, leastSegment: 1)
        return options
    }

    @Test(arguments: 0..<12 as Range<UInt64>, [300, 3000, 1 << 20])
    func anArchiveThatWasLoadedIsTheOneThatWasWrittenRecordByRecord(seed: UInt64, chunk: Int) async throws {
        // In a file, so that articles are looked up beside the thread that writes.
        let folder = try TemporaryFolder()
        let loaded = try Archive(path: folder.path("a.sqlite"))
        let plain = try Archive.inMemory()
        // The same chunks: ids of one minute are given out chunk by chunk.
        var chunked = ImportOptions()
        chunked.chunkByteLimit = chunk
        var listing = RandomListing(seed: seed)
        for number in 0..<3 {
            let text = listing.dump(records: 60)
            for (archive, options) in [(loaded, options(chunk)), (plain, chunked)] {
                _ = try await archive.importDump(Listing.dump(text, name: "\(number)"), options: options)
            }
            #expect(try await loaded.content() == plain.content())
        }
        #expect(try await loaded.problems().isEmpty)
        for word in ["ferry", "version", "pier"] {
            #expect(try await loaded.ids(word, .newest) == plain.ids(word, .newest))
        }
    }

    @Test func whatAnotherOneWritesBetweenTwoChunksIsSeen() async throws {
        let folder = try TemporaryFolder()
        let archive = try Archive(path: folder.path("a.sqlite"))
        let other = try Archive(path: folder.path("a.sqlite"))
        let text = Listing.records(200)
        let calls = Recorder<Int>()
        _ = try await archive.importDump(Listing.dump(text, name: "mine"), options: options(1000)) {
            progress in
            // Between two transactions: the first word of how many records there are by now.
            guard progress.records > (calls.values.last ?? 0) else { return }
            calls.record(progress.records)
            // Twice, when the next chunk is planned: its articles are there before they are written.
            guard [2, 6].contains(calls.values.count) else { return }
            let isDone = DispatchSemaphore(value: 0)
            let name = "other \(calls.values.count)"
            let part = Listing.records(progress.records + 30)
            Task {
                _ = try? await other.importDump(Listing.dump(part, name: name))
                isDone.signal()
            }
            isDone.wait()
        }
        #expect(try await archive.statistics().articles == 200)
        #expect(try await archive.problems().isEmpty)
        let dumps = try await archive.dumps()
        #expect(dumps.count == 3)
        #expect(dumps.allSatisfy { $0.counts.records > 0 })
    }

    @Test func rejectedRecordsOfAPlannedChunkAreReportedOnce() async throws {
        let archive = try Archive.inMemory()
        let impossible = "31.02.2025, 12:21 5\nImpossible\nText\n"
        let text = Listing.records(50) + impossible + Listing.records(60, subject: "train") + impossible
        let reported = Recorder<Int>()
        let report = try await archive.importDump(
            Listing.dump(text), options: options(1000), onRejection: { reported.record($0.place.line) })
        #expect(report.counts.rejected == 2)
        #expect(report.counts.records == 112)
        #expect(reported.values.count == 2)
        #expect(try await archive.problems().isEmpty)
    }
}
