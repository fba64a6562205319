import Dispatch
import NewsArchiveSQLite

/// Reads and parses a dump beside the thread that stores it, one chunk after another.
struct ChunkProducer: Sendable {
    typealias Queue = BoundedQueue<Result<ImportChunk, any Error>>

    let dump: DumpBytes
    let inspection: DumpInspection
    let localTime: LocalTimeRule
    /// Records at the start that were stored before.
    let skipping: Int
    let chunkByteLimit: Int

    /// Starts to read. The queue is closed behind the last chunk, or behind the error that ended the reading.
    func start() -> Queue {
        // One chunk waits while one is filled and one is stored.
        let queue = Queue(capacity: 1)
        DispatchQueue.global().async {
            do {
                try produce { queue.push(.success($0)) }
            } catch is NobodyWaits {
                // The import has ended; it said why.
            } catch {
                _ = queue.push(.failure(error))
            }
            queue.close()
        }
        return queue
    }

    /// The import that takes the chunks has ended.
    private struct NobodyWaits: Error {}

    private func produce(_ push: (ImportChunk) -> Bool) throws {
        var parser = try inspection.makeParser()
        let stream = try TextStream(dump, inspection.layers, pieceLength: min(1 << 20, chunkByteLimit))
        var filling = Filling(self, stream)
        var digest = Digest()
        // A chunk names the bytes that were read when it was complete; its number of records is what an import goes on
        // from, so that it may be cut within a piece: one of a packed dump may hold more than a chunk.
        func handOver() throws {
            let chunk = filling.take(bytesRead: stream.bytesRead, digest: digest)
            guard push(chunk) else { throw NobodyWaits() }
        }
        do {
            while try stream.next(
                onBytes: { digest.add($0) },
                { text in
                    try parser.parse(text) { record in
                        filling.add(record)
                        if filling.chunk.isOverfull { try handOver() }
                    }
                })
            {
                if filling.chunk.isFull { try handOver() }
            }
        } catch let error as ArchiveError {
            // What comes before the damage of a packed dump is stored all the same.
            if !filling.chunk.records.isEmpty { try handOver() }
            throw error
        }
        parser.finish { filling.add($0) }
        var last = filling.take(bytesRead: stream.bytesRead, digest: digest)
        last.isLast = true
        last.endsAsExpected = filling.position >= skipping
        _ = push(last)
    }

    private struct Filling {
        private(set) var chunk: ImportChunk
        private(set) var position = 0
        private let producer: ChunkProducer
        private let stream: TextStream

        init(_ producer: ChunkProducer, _ stream: TextStream) {
            self.producer = producer
            self.stream = stream
            // The others wait for the first one.
            chunk = ImportChunk(
                firstPosition: producer.skipping,
                byteLimit: min(producer.chunkByteLimit, ImportChunk.firstByteLimit))
        }

        mutating func add(_ record: ParsedRecord) {
            position += 1
            guard position > producer.skipping else { return }
            switch producer.inspection.placed(record, in: stream) {
            case .article(let article):
                let dated = producer.inspection.dated(article)
                let prepared = PreparedArticle(
                    dated, localTime: producer.localTime, source: producer.inspection.source ?? dated.source)
                chunk.add(.article(prepared), byteCount: article.place.byteCount)
            case .rejected(let record):
                chunk.add(.rejected(record), byteCount: 0)
            }
        }

        mutating func take(bytesRead: Int, digest: Digest) -> ImportChunk {
            var full = chunk
            full.bytesRead = bytesRead
            full.digest = digest.result
            chunk = ImportChunk(
                firstPosition: max(position, producer.skipping), byteLimit: producer.chunkByteLimit)
            return full
        }
    }
}
