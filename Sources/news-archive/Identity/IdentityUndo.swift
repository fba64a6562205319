import ArgumentParser
import NewsArchive

/// `news-archive identity undo`.
struct IdentityUndo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo",
        abstract: "Take back a join or a split.",
        discussion: """
            The articles are as they were, with what later dumps said of them. A change on which a later one rests \
            cannot be taken back before it.

            Exit status: 0; 1 if it was not done.
            """)

    @OptionGroup var archive: ArchiveOptions

    @OptionGroup var writing: WritingOptions

    @Flag(help: "Report as JSON.")
    var json = false

    @Argument(help: "The number of the change, as identity list prints it. Default: the latest that holds.")
    var number: Int64?

    func run() async throws {
        try await Output.reportingErrors {
            try await archive.with(.readWrite, waitSeconds: writing.wait) { archive in
                IdentityChangeText.print(try await archive.undoIdentityChange(number), asJSON: json)
            }
        }
    }
}
