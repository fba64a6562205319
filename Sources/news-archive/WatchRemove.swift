import ArgumentParser
import NewsArchive

/// `news-archive watch remove`.
struct WatchRemove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove a standing query.",
        discussion: "Exit status: 0; 1 if there is none of this name.")

    @OptionGroup var archive: ArchiveOptions

    @OptionGroup var writing: WritingOptions

    @Argument(help: "What it is called.")
    var name: String

    func run() async throws {
        try await archive.writing(writing) { archive in try await archive.removeWatch(name) }
    }
}
