import ArgumentParser
import NewsArchive

/// `news-archive identity join`.
struct IdentityJoin: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "join",
        abstract: "Make two articles one, which has the id of the first.",
        discussion: """
            Later records like those of the other go to the first, too. identity undo takes it back.

            Exit status: 0; 1 if it was not done; 64 for wrong usage.
            """)

    @OptionGroup var archive: ArchiveOptions

    @OptionGroup var writing: WritingOptions

    @Flag(help: "Report as JSON.")
    var json = false

    // All that is no option of ours: ids before 1970 are negative, and would be taken for options.
    @Argument(parsing: .allUnrecognized, help: "The id of the article that stays, and that of the other.")
    var ids: [String]

    func validate() throws {
        _ = try Arguments.articleIDs(ids, 2...2)
    }

    func run() async throws {
        let ids = try Arguments.articleIDs(ids, 2...2)
        try await Output.reportingErrors {
            try await archive.with(.readWrite, waitSeconds: writing.wait) { archive in
                IdentityChangeText.print(try await archive.join(ids[0], with: ids[1]), asJSON: json)
            }
        }
    }
}
