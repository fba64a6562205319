import ArgumentParser
import NewsArchive

/// `news-archive watch run`.
struct WatchRun: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract:
            "Tell what standing queries found since they were asked last, oldest first, each article once.",
        discussion: """
            What was printed is remembered when it was: after a closed pipe or a kill before that, it is told again. Of two \
            runs at the same time, one waits for the other. Exit status: 0 with news; 3 without; 1 if there is no such \
            watch; 74 if the news could not be written.
            """)

    @OptionGroup var archive: ArchiveOptions

    @OptionGroup var writing: WritingOptions

    @Flag(help: "How to print: for a reader (default), or as data.")
    var format: WatchFormat = .text

    @Argument(help: "Which one; default: all of them.")
    var name: String?

    /// How many articles are printed before they are remembered.
    private static let page = 1000

    func run() async throws {
        var hasNews = false
        try await archive.writing(writing) { archive in
            let lock = try WatchLock(archivePath: self.archive.path)
            defer { lock.release() }
            var names = name.map { [$0] } ?? []
            if name == nil { names = try await archive.watches().map(\.name) }
            for name in names {
                let isNews = try await tell(name, in: archive)
                hasNews = hasNews || isNews
            }
        }
        if !hasNews { throw ExitCode(3) }
    }

    // Whether there was any news.
    private func tell(_ name: String, in archive: Archive) async throws -> Bool {
        var isFirst = true
        while true {
            // An object holds them all.
            let news = try await archive.news(of: name, limit: format == .json ? .max : Self.page)
            if !news.articles.isEmpty { Output.text(text(of: news, isFirst: isFirst)) }
            try await archive.acknowledge(news)
            if news.isComplete { return !(isFirst && news.articles.isEmpty) }
            isFirst = false
        }
    }

    private func text(of news: WatchNews, isFirst: Bool) -> String {
        switch format {
        case .json: JSONText.pretty(WatchNewsJSON(news)) + "\n"
        case .jsonl:
            news.articles.map { JSONText.compact(ResultJSON($0, of: news.watch.name)) + "\n" }.joined()
        case .text:
            WatchText.text(news, isFirst: isFirst, style: .standardOutput)
        }
    }
}

/// How news are printed.
enum WatchFormat: String, EnumerableFlag {
    case text
    case json
    case jsonl

    static func name(for value: WatchFormat) -> NameSpecification { .long }
}
