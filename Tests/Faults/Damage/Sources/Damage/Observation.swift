import NewsArchive

/// What an archive answered when it was asked for everything.
struct Observation: Equatable {
    /// The answers, in the order of the questions.
    private(set) var answers: [String] = []
    /// What it refused, in the words of its errors.
    private(set) var reports: [String] = []
    /// Errors that are not the library's, which must not be.
    private(set) var strangers: [String] = []

    /// Opens an archive, reads it in all ways, and imports a dump into it.
    init(path: String, dump: [UInt8]) async {
        await ask { mine in
            let archive = try Archive(path: path, mode: .readOnly)
            await mine.read(archive)
            await archive.close()
            return ""
        }
        await ask { mine in
            let archive = try Archive(path: path, waitSeconds: 0)
            await mine.write(archive, dump)
            await archive.close()
            return ""
        }
    }

    private mutating func read(_ archive: Archive) async {
        await ask { _ in "\(try await archive.statistics())" }
        await ask { _ in "\(try await archive.dumps())" }
        for order in [SearchOrder.relevance, .newest, .views, .recentRelevance] {
            await ask { _ in
                "\(try await archive.search("ferry OR open* -toll", order: order, limit: 5, countsAll: true))"
            }
        }
        await ask { _ in "\(try await archive.search("\"ferry route\"~3 since:2025-09 forms:boat").results)" }
        await ask { _ in "\(try await archive.histogram(by: .month))" }
        await ask { _ in "\(try await archive.sources(of: Query("ferry")))" }
        await ask { _ in "\(try await archive.suggestions(for: Query("ferrry")))" }
        await show(archive)
    }

    // All articles of a source, however the search for words fares.
    private mutating func show(_ archive: Archive) async {
        var ids: [ArticleID] = []
        await ask { _ in
            ids = try await archive.search("views:>=0", order: .newest, limit: 12).results.map(\.id)
            return "\(ids)"
        }
        for id in ids { await ask { _ in "\(try await archive.article(id) as Any)" } }
        if let id = ids.first { await ask { _ in "\(try await archive.related(to: id) as Any)" } }
    }

    private mutating func write(_ archive: Archive, _ dump: [UInt8]) async {
        await ask { _ in
            let report = try await archive.importDump(.bytes(dump, name: "second"))
            return "\(report.counts)"
        }
        await ask { _ in "\(try await archive.search("ferry", order: .newest, countsAll: true))" }
    }

    private mutating func ask(_ question: (inout Observation) async throws -> String) async {
        do {
            let answer = try await question(&self)
            answers.append(answer)
        } catch let error as ArchiveError {
            reports.append("\(error)")
        } catch {
            strangers.append("\(error)")
        }
    }
}
