import Foundation
import NewsArchive
import Testing

// The examples of the documentation, as they stand there: what compiles here compiles there.
private func examples() async throws {
    // Archive, NewsArchive.md
    do {
        let archive = try Archive(path: "news.sqlite")
        let report = try await archive.importDump(.file(path: "dump.txt"))
        for result in try await archive.search("ceasefire").results {
            print(result.id, result.headline.text)
        }
        _ = report
    }
    // importDump
    do {
        let archive = try Archive.inMemory()
        let options = ImportOptions(source: "gazette", rejectsPath: "rejects.txt")
        let report = try await archive.importDump(.file(path: "dump.txt"), options: options) { progress in
            print(progress.bytes, "of", progress.totalBytes)
        }
        print(report.counts.added, "new articles")
    }
    // members
    do {
        for member in try DumpInput.members(ofZIP: "feeds.zip") ?? [] { print(member.name) }
    }
    // inspectDump
    do {
        let inspection = try await Archive.inspectDump(.file(path: "feed.xml"), recordLimit: 3)
        print(inspection.format.rawValue, inspection.encoding, inspection.source ?? "no source")
    }
    // search
    do {
        let archive = try Archive.inMemory()
        let newest = try await archive.search(
            "\"gaza strip\" ceasefire since:2025-10", order: .newest, limit: 5)
        for result in newest.results {
            print(result.published?.description ?? "undated", result.headline.text)
        }
    }
    // Query
    do {
        let archive = try Archive.inMemory()
        let query = Query.all([.headline(.beginning("open")), .not(.words("toll")), .source("gazette")])
        let found = try await archive.search(query, order: .newest)
        _ = found
    }
    // suggestions
    do {
        let archive = try Archive.inMemory()
        let query = Query("electon results")
        let suggestions = try await archive.suggestions(for: query)
        print("did you mean \(query.corrected(by: suggestions))?")
    }
    // related
    do {
        let archive = try Archive.inMemory()
        let id = ArticleID(rawValue: 0)
        for related in try await archive.related(to: id, limit: 5) ?? [] {
            print(related.article.headline.text, related.sharedWords)
        }
    }
    // history
    do {
        let archive = try Archive.inMemory()
        let id = ArticleID(rawValue: 0)
        if let history = try await archive.history(of: id) {
            for step in history.steps {
                guard let previous = step.previous else { continue }
                let change = TextDifference(from: history.steps[previous].body, to: step.body)
                print(
                    step.firstSeen?.description ?? "undated", change.runs.count { $0.kind != .kept },
                    "changes")
            }
        }
    }
    // TextDifference
    do {
        for run in TextDifference(from: "two boats leave", to: "three boats leave").runs
        where run.kind != .kept {
            print(run.kind, run.text)
        }
    }
    // trending
    do {
        let archive = try Archive.inMemory()
        for article in try await archive.trending(since: LocalTime(year: 2025, month: 10, day: 1), limit: 5) {
            print(article.gain, article.headline)
        }
    }
    // statistics
    do {
        let archive = try Archive.inMemory()
        let statistics = try await archive.statistics()
        print(statistics.articles, "articles, the last one of", statistics.last?.description ?? "no date")
    }
    // ArchiveSet
    do {
        let set = ArchiveSet([
            try Archive(path: "2024.sqlite", mode: .readOnly),
            try Archive(path: "2025.sqlite", mode: .readOnly),
        ])
        let found = try await set.search("ceasefire", order: .newest, limit: 10)
        for result in found.results {
            print(result.archive, result.article.id, result.article.headline.text)
        }
    }
    // backUp
    do {
        let archive = try Archive.inMemory()
        let backup = try await archive.backUp(to: "/backups/news-2025-10-09.sqlite")
        print(backup.articles, "articles in", backup.path)
    }
    // changes
    do {
        let archive = try Archive.inMemory()
        var cursor = ChangeCursor.beginning
        var page = try await archive.changes(since: cursor)
        for change in page.changes {
            print(change.kind, change.id)
        }
        cursor = page.next
        page = try await archive.changes(since: cursor)
    }
    // prune
    do {
        let archive = try Archive.inMemory()
        let old = LocalTime(iso8601Date: "2015-01-01")
        if let old {
            let report = try await archive.prune(
                before: old, keeping: Query("source:gazette"), isDryRun: true)
            print(report.articles, "articles would go")
        }
    }
    // merge
    do {
        let archive = try Archive.inMemory()
        let report = try await archive.merge(from: "other.sqlite")
        print(report.counts.added, "articles were new")
    }
    // check
    do {
        let archive = try Archive.inMemory()
        let check = try await archive.check(deep: true)
        for problem in check.problems { print(problem.text, "-", problem.kind.remedyText) }
    }
    // repair
    do {
        let archive = try Archive.inMemory()
        let repair = try await archive.repair(isDryRun: true)
        for done in repair.repairs { print(done.text, done.count) }
    }
    // salvage
    do {
        let salvage = try await Archive.salvage(path: "damaged.sqlite", into: "salvaged.sqlite")
        print(salvage.articles, "articles,", salvage.lostArticles, "lost")
    }
    // rekey
    do {
        let archive = try Archive.inMemory()
        let report = try await archive.rekey(isDryRun: true)
        print(report.wrong, "keys are not as they should be")
    }
    // compareIdentity
    do {
        let archive = try Archive.inMemory()
        let (first, second) = (ArticleID(rawValue: 0), ArticleID(rawValue: 1))
        let comparison = try await archive.compareIdentity(first, second)
        print(comparison.wouldBeOne ? "one" : "two", comparison.rule.rawValue, comparison.agreement ?? 0)
    }
    // identitySuggestions
    do {
        let archive = try Archive.inMemory()
        for suggestion in try await archive.identitySuggestions(limit: 10) {
            print(suggestion.score ?? 0, suggestion.article.headline, suggestion.other.headline)
        }
    }
    // export
    do {
        let archive = try Archive.inMemory()
        let report = try await archive.export(Query("ferry"), as: .atom) { piece in
            print(piece.count, "bytes")
        }
        print(report.articles, "articles,", report.notSaid[.headline] ?? 0, "headlines changed")
    }
    // news
    do {
        let archive = try Archive.inMemory()
        let news = try await archive.news(of: "harbour")
        for article in news.articles {
            print(article.headline.text)
        }
        try await archive.acknowledge(news)
    }
    // LocalTimeRule
    do {
        let astana = LocalTimeRule(name: "Asia/Almaty") { time in time.year < 2024 ? 360 : 300 }
        _ = astana
    }
}

@Suite struct DocumentationTests {
    private static let package = Folder.fixtures.deletingLastPathComponent().deletingLastPathComponent()

    private func text(_ path: String) throws -> String {
        try String(contentsOf: Self.package.appending(path: path), encoding: .utf8)
    }

    /// The Swift examples of a text, each as its lines without their indentation and comment marks.
    private func examples(in text: String) -> [[String]] {
        var found: [[String]] = []
        var example: [String]?
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var plain = line.drop { $0 == " " }
            if plain.hasPrefix("///") { plain = plain.dropFirst(3).drop { $0 == " " } }
            if plain == "```swift" {
                example = []
            } else if plain == "```" {
                if let example { found.append(example) }
                example = nil
            } else if !plain.isEmpty {
                example?.append(String(plain))
            }
        }
        return found
    }

    // White space does not count: a line may be broken in one place and not in the other.
    private func isContained(_ example: [String], in text: String) -> Bool {
        text.filter { !$0.isWhitespace }.contains(example.joined().filter { !$0.isWhitespace })
    }

    @Test func everyExampleOfTheDocumentationIsCompiled() throws {
        let compiled = try text("Tests/NewsArchiveTests/DocumentationTests.swift")
        let sources = Self.package.appending(path: "Sources").path
        let files = try #require(FileManager.default.enumerator(atPath: sources))
            .compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") || $0.hasSuffix(".md") }
        var count = 0
        for file in files {
            for example in examples(in: try text("Sources/\(file)")) {
                count += 1
                #expect(isContained(example, in: compiled), "\(file): \(example)")
            }
        }
        #expect(count >= 6)
    }

    @Test func theProgramOfTheReadmeIsTheOneThatIsBuilt() throws {
        let program = try text("Tests/Embedding/Sources/Embedding/main.swift")
        let shown = examples(in: try text("README.md"))
        #expect(shown.contains { isContained($0, in: program) })
    }

    @Test(arguments: [
        "import", "search", "show", "history", "related", "trending", "stats", "dumps", "export", "merge",
        "undo-import", "prune", "identity", "rekey", "watch", "check", "repair", "backup", "compact",
        "formats",
    ])
    func theReadmeHasEverySubcommand(name: String) throws {
        #expect(try text("README.md").contains("\n### \(name)\n"))
        #expect(try text("README.md").contains("$ news-archive \(name)"))
    }

    @Test func theReadmeHasEveryTableOfTheSchema() async throws {
        let readme = try text("README.md")
        let scripts = try FileManager.default.contentsOfDirectory(atPath: Folder.migrations.path)
        for script in scripts {
            let words = try text("Migrations/\(script)").split { " \n;".contains($0) }
            for (word, next) in zip(words, words.dropFirst()) where word == "TABLE" {
                #expect(readme.contains("`\(next)`"), "\(script): \(next)")
            }
        }
    }
}
