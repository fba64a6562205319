import ArgumentParser
import NewsArchive

/// `news-archive show`.
struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show an article with its text, its sightings and its earlier wordings.",
        discussion: "Exit status: 0; 1 if there is no such article.")

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
            guard let article = try await archive.article(id) else {
                throw NoSuchArticle(id: id)
            }
            if json {
                Output.line(JSONText.pretty(ArticleJSON(article)))
            } else {
                Output.text(ArticleText.text(article, style: .standardOutput))
            }
        }
    }
}

/// An id that leads nowhere.
struct NoSuchArticle: Error, CustomStringConvertible {
    let id: ArticleID

    var description: String { "there is no article \(id); ids are printed by search" }
}
