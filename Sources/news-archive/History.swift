import ArgumentParser
import Glibc
import NewsArchive

/// `news-archive history`.
struct History: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show an article over time: what was changed in it, word by word, and how its views grew.",
        discussion: """
            What was removed and added is set off by colour on a terminal, else as [-removed-] {+added+}. \
            Exit status: 0; 1 if there is no such article.
            """)

    @OptionGroup var archive: ArchiveOptions

    @Flag(help: "Print as JSON.")
    var json = false

    // All that is no option of ours: ids before 1970 are negative, and would be taken for options.
    @Argument(parsing: .allUnrecognized, help: "The article's id, as search prints it.")
    var id: [String]

    func validate() throws {
        _ = try Arguments.articleID(id)
    }

    func run() async throws {
        let id = try Arguments.articleID(id)
        try await archive.reading { archive in
            guard let history = try await archive.history(of: id) else {
                throw NoSuchArticle(id: id)
            }
            if json {
                Output.line(JSONText.pretty(HistoryJSON(history)))
            } else {
                Output.text(
                    HistoryText.text(
                        history, style: .standardOutput, columns: Terminal.columns(of: STDOUT_FILENO)))
            }
        }
    }
}
