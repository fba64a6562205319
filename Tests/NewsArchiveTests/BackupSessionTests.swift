import Foundation
import NewsArchiveSQLite
import Testing

@testable import NewsArchive

@Suite struct BackupSessionTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
    }

    private func archive() async throws -> Archive {
        let archive = try Archive(path: folder.path("a.sqlite"))
        _ = try await archive.importDump(Listing.dump(Listing.records(300)))
        return archive
    }

    /// Copies page by page.
    private func backUp(
        _ archive: Archive, mostPages: Int64? = nil, budget: SearchBudget = SearchBudget(timeout: nil),
        onProgress: @escaping @Sendable (BackupProgress) -> Void = { _ in }
    ) async throws -> BackupReport {
        let path = folder.path("copy.sqlite")
        return try await budget.spend {
            try await archive.pool.read { connection in
                let target = try CopyTarget(path: path, source: archive.path, replacing: false)
                return try BackupSession(
                    archivePath: archive.path, target: target, budget: budget, onProgress: onProgress,
                    pagesPerStep: 1, mostPages: mostPages
                ).run(connection)
            }
        }
    }

    @Test func chunksThatAreStoredMeanwhileNeitherDisturbTheCopyNorGetIntoIt() async throws {
        let archive = try await archive()
        let before = try await archive.content()
        let other = try Archive(path: archive.path)
        let steps = Recorder<BackupProgress>()
        let report = try await backUp(archive) { progress in
            let number = steps.values.count
            steps.record(progress)
            guard number < 20 else { return }
            do {
                // Another connection, as another process would have.
                try other.pool.writer.runNow { connection in
                    let dump = try DumpBytes(
                        Listing.dump(Listing.records(5, subject: "boat\(number)"), name: "\(number)"),
                        isCancelled: { false })
                    let observer = ImportSession.Observer(
                        isCancelled: { false }, onProgress: { _ in }, onRejection: { _ in })
                    _ = try ImportSession(
                        connection, archivePath: archive.path, dump, options: ImportOptions(),
                        observer: observer
                    ).run()
                }
            } catch { Issue.record(error) }
        }
        // Not once from the start again.
        let pages = steps.values.map(\.bytes)
        #expect(pages == pages.sorted())
        #expect(Set(steps.values.map(\.totalBytes)) == [Int(report.bytes)])
        #expect(report.articles == 300)
        let copy = try Archive(path: report.path)
        #expect(try await copy.content() == before)
        #expect(try await copy.problems().isEmpty)
        #expect(try await archive.statistics().articles == 400)
    }

    @Test func aDiskThatIsFullIsSaidOfTheCopyAndLeavesNothing() async throws {
        let archive = try await archive()
        await #expect(throws: ArchiveError.diskFull(path: folder.path("copy.sqlite"))) {
            try await backUp(archive, mostPages: 10)
        }
        #expect(try names().filter { $0.hasPrefix("copy") } == [])
    }

    @Test func aCancelledBackupLeavesNothing() async throws {
        let archive = try await archive()
        let started = AsyncStream.makeStream(of: Void.self)
        let goOn = DispatchSemaphore(value: 0)
        let task = Task {
            try await backUp(archive) { progress in
                started.continuation.yield()
                if progress.bytes < 10_000 { goOn.wait() }
            }
        }
        for await _ in started.stream { break }
        task.cancel()
        for _ in 0..<10 { goOn.signal() }
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try names().filter { $0.hasPrefix("copy") } == [])
        #expect(try await archive.statistics().articles == 300)
    }

    @Test func aBackupThatIsCancelledWhileItIsCheckedLeavesNothing() async throws {
        let archive = try await archive()
        let started = AsyncStream.makeStream(of: Void.self)
        let goOn = DispatchSemaphore(value: 0)
        let task = Task {
            try await backUp(archive) { progress in
                guard progress.isChecking else { return }
                started.continuation.yield()
                goOn.wait()
            }
        }
        for await _ in started.stream { break }
        task.cancel()
        goOn.signal()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try names().filter { $0.hasPrefix("copy") } == [])
    }
}
