import NewsArchiveSQLite
import Synchronization

/// The connections of an archive: one that writes, and a few that read beside it.
///
/// A database in memory belongs to one connection, which then does both.
final class ConnectionPool: Sendable {
    let writer: ConnectionQueue
    private let readers: [ConnectionQueue]
    private let loads: Mutex<[Int]>

    init(_ opener: ArchiveOpener, readers count: Int) {
        writer = ConnectionQueue(label: "news-archive.writer") { try opener.openForWriting() }
        readers = (0..<count).map { number in
            ConnectionQueue(label: "news-archive.reader-\(number)") { try opener.openForReading() }
        }
        loads = Mutex(Array(repeating: 0, count: count))
    }

    /// Takes over a connection that reads and was opened already.
    func adopt(_ connection: sending Connection) {
        readers.first?.adopt(connection)
    }

    /// Runs `work` on the reader that has the least to do.
    func read<Result: Sendable>(
        _ work: @escaping @Sendable (Connection) throws -> Result
    ) async throws -> Result {
        guard let number = takeReader() else { return try await writer.run(work) }
        defer { loads.withLock { $0[number] -= 1 } }
        return try await readers[number].run(work)
    }

    func close() async {
        for reader in readers { await reader.close() }
        await writer.close()
    }

    private func takeReader() -> Int? {
        loads.withLock { loads in
            guard let number = loads.indices.min(by: { loads[$0] < loads[$1] }) else { return nil }
            loads[number] += 1
            return number
        }
    }
}
