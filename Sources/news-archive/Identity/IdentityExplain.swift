import ArgumentParser
import NewsArchive

/// `news-archive identity explain`.
struct IdentityExplain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Show why an article is one, or why two articles are two.",
        discussion: """
            With one id: the rule that joined each sighting, and by which headlines, guids and links records find the \
            article. With two: whether the rule would take them for one, and why.

            Exit status: 0; 1 if there is no such article.
            """)

    @OptionGroup var archive: ArchiveOptions

    @Flag(help: "Print as JSON.")
    var json = false

    // All that is no option of ours: ids before 1970 are negative, and would be taken for options.
    @Argument(parsing: .allUnrecognized, help: "One article's id, or two, as search prints them.")
    var ids: [String]

    func validate() throws {
        _ = try Arguments.articleIDs(ids, 1...2)
    }

    func run() async throws {
        let ids = try Arguments.articleIDs(ids, 1...2)
        try await archive.reading { archive in
            if ids.count == 2 {
                print(try await archive.compareIdentity(ids[0], ids[1]))
            } else {
                print(try await archive.explainIdentity(of: ids[0]))
            }
        }
    }

    private func print(_ comparison: IdentityComparison) {
        if json {
            Output.line(JSONText.pretty(ComparisonJSON(comparison)))
        } else {
            Output.text(ComparisonText.text(comparison, style: .standardOutput))
        }
    }

    private func print(_ explanation: IdentityExplanation) {
        if json {
            Output.line(JSONText.pretty(IdentityExplanationJSON(explanation)))
        } else {
            Output.text(IdentityExplanationText.text(explanation, style: .standardOutput))
        }
    }
}
