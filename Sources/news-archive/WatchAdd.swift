import ArgumentParser
import NewsArchive

/// `news-archive watch add`.
struct WatchAdd: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Add a standing query, which tells what is added or reworded from now on.")

    @OptionGroup var archive: ArchiveOptions

    @OptionGroup var writing: WritingOptions

    @Flag(help: "Tell what the archive has already, too.")
    var all = false

    @Flag(help: "Take the place of a watch of this name, and forget what that one told.")
    var replace = false

    @Argument(help: "What it is called.")
    var name: String

    // All that is no option of ours: -word denies a word.
    @Argument(parsing: .allUnrecognized, help: "What to search for, as for search.")
    var query: [String]

    func validate() throws {
        if let option = query.prefix(while: { $0 != "--" }).first(where: { $0.hasPrefix("--") }) {
            throw ValidationError("There is no option \(option).")
        }
    }

    func run() async throws {
        let typed = Arguments.withoutTerminator(query).joined(separator: " ")
        try await archive.writing(writing) { archive in
            let watch = try await archive.addWatch(name, query: typed, tellsAll: all, replacing: replace)
            Output.line(WatchText.line(watch))
        }
    }
}
