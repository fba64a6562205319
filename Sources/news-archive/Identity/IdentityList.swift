import ArgumentParser
import NewsArchive

/// `news-archive identity list`.
struct IdentityList: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the joins and splits that were made by hand, latest first.")

    @OptionGroup var archive: ArchiveOptions

    @Flag(help: "Print as JSON, one object a change and line.")
    var json = false

    func run() async throws {
        try await archive.reading { archive in
            for change in try await archive.identityChanges() {
                IdentityChangeText.print(change, asJSON: json)
            }
        }
    }
}
