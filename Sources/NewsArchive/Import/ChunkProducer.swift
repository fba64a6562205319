import Dispatch
import NewsArchiveSQLite

/// Reads and parses a dump beside the thread that stores it, one chunk after another.
struct ChunkProducer: Sendable {
    typealias Queue = BoundedQueue<Result<ImportChunk, any Error>>

    let dump: DumpBytes
    let format: DumpFormat
    let localTime: LocalTimeRule
    /// Who lists the articles.
    let source: String?
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
            } catch {
                _ = queue.push(.failure(error))
            }
            queue.close()
        }
        return queue
    }

    private func produce(_ push: (ImportChunk) -> Bool) throws {
        guard var parser = format.makeParser() else { return }
        var filling = Filling(
            skipping: skipping, localTime: localTime, source: source, chunkByteLimit: chunkByteLimit)
        var digest = Digest()
        // A chunk ends where a piece ends, so that a digest of its pieces says what was read.
        let buffer = UnsafeMutableRawBufferPointer.allocate(
            byteCount: min(1 << 20, chunkByteLimit), alignment: 16)
        defer { buffer.deallocate() }
        var offset = 0
        while offset < dump.count {
            let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<(try dump.read(into: buffer, at: offset))])
            offset += bytes.count
            digest.add(bytes)
            parser.parse(bytes) { filling.add($0) }
            guard filling.chunk.isFull else { continue }
            guard push(filling.take(bytesRead: offset, digest: digest)) else { return }
        }
        parser.finish { filling.add($0) }
        var last = filling.take(bytesRead: offset, digest: digest)
        last.isLast = true
        last.endsAsExpected = filling.position >= skipping
        _ = push(last)
    }

    private struct Filling {
        private(set) var chunk: ImportChunk
        private(set) var position = 0
        private let skipping: Int
        private let localTime: LocalTimeRule
        private let source: String?
        private let chunkByteLimit: Int

        init(skipping: Int, localTime: LocalTimeRule, source: String?, chunkByteLimit: Int) {
            self.source = source
            self.skipping = skipping
            self.localTime = localTime
            self.chunkByteLimit = chunkByteLimit
            chunk = ImportChunk(firstPosition: skipping, byteLimit: chunkByteLimit)
        }

        mutating func add(_ record: ParsedRecord) {
            position += 1
            guard position > skipping else { return }
            switch record {
            case .article(let article):
                let prepared = PreparedArticle(
                    article, localTime: localTime, source: source ?? article.source)
                chunk.add(.article(prepared), byteCount: article.place.byteCount)
            case .rejected(let record):
                chunk.add(.rejected(record), byteCount: 0)
            }
        }

        mutating func take(bytesRead: Int, digest: Digest) -> ImportChunk {
            var full = chunk
            full.bytesRead = bytesRead
            full.digest = digest.result
            chunk = ImportChunk(firstPosition: max(position, skipping), byteLimit: chunkByteLimit)
            return full
        }
    }
}
