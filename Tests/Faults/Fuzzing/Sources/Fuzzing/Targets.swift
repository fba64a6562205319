import Dispatch
import Glibc
import NewsArchive

/// What is fed with bytes: each returns 0, and ends the process when something does not hold that must.
enum Targets {
    /// The listing parser: a dump says the same in one piece as in many.
    static func listing(_ bytes: UnsafeRawBufferPointer) {
        let size = Int(bytes.first ?? 0) + 1
        guard records(of: bytes, pieceSize: bytes.count + 1) == records(of: bytes, pieceSize: size) else {
            fatalError("in pieces of \(size) bytes the dump has other records")
        }
    }

    /// The query parser, and a search for what it made of the text.
    static func query(_ bytes: UnsafeRawBufferPointer) {
        let typed = String(decoding: bytes, as: UTF8.self)
        waitFor {
            do {
                _ = try await sample.search(typed, order: .relevance, limit: 3, countsAll: true)
                _ = try await sample.search(typed, order: .newest, limit: 3)
            } catch ArchiveError.queryTooLarge {
                // The one refusal that a text may meet.
            }
        }
    }

    /// An archive that somebody else made.
    static func opener(_ bytes: UnsafeRawBufferPointer) {
        let path = "/dev/shm/fuzzing-\(getpid()).sqlite"
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard file >= 0, write(file, bytes.baseAddress, bytes.count) == bytes.count else {
            fatalError("\(path) cannot be written")
        }
        close(file)
        defer { for suffix in ["", "-wal", "-shm", "-journal"] { unlink(path + suffix) } }
        waitFor {
            do {
                let archive = try Archive(path: path, mode: .readOnly)
                _ = try await archive.statistics()
                _ = try await archive.search("ferry OR op*", order: .relevance, limit: 3)
                for result in try await archive.search("views:>=0", order: .newest, limit: 3).results {
                    _ = try await archive.article(result.id)
                }
                await archive.close()
            } catch is ArchiveError {
                // Refused, in the library's words.
            }
        }
    }

    private static let sample: Archive = {
        do {
            let archive = try Archive.inMemory()
            waitFor { _ = try await archive.importDump(.bytes(Array(sampleText.utf8), name: "sample")) }
            return archive
        } catch {
            fatalError("\(error)")
        }
    }()

    private static let sampleText = """
         date 2025-10-09
        08.10.2025, 09:27 34007
        Harbour Office Opens New Ferry Route
        Boats leave every two hours. Паром снова ходит. 東京の新しい橋。
        07.10.2025, 13:06 121932
        Railway Board Raises Bridge Toll
        The toll for "Jorvane" rises, it's said.

        """

    private static func records(of bytes: UnsafeRawBufferPointer, pieceSize: Int) -> [String] {
        var parser = ListingParser()
        var found: [String] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(pieceSize)
            parser.parse(UnsafeRawBufferPointer(rebasing: piece)) { found.append("\($0)") }
            rest = rest.dropFirst(pieceSize)
        }
        parser.finish { found.append("\($0)") }
        return found
    }

    // libFuzzer calls a function and measures what it ran.
    private static func waitFor(_ work: @escaping @Sendable () async throws -> Void) {
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            do { try await work() } catch { fatalError("\(error)") }
            done.signal()
        }
        done.wait()
    }
}
