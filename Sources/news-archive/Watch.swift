import ArgumentParser

/// `news-archive watch`.
struct Watch: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Keep standing queries, and tell once what they find.",
        subcommands: [WatchAdd.self, WatchRun.self, WatchList.self, WatchRemove.self])
}
