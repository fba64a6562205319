import ArgumentParser
import NewsArchive

/// `news-archive identity split`.
struct IdentitySplit: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "split",
        abstract: "Make sightings of an article an article of their own.",
        discussion: """
            Later records like them go there, too. identity undo takes it back.

            Exit status: 0; 1 if it was not done; 64 for wrong usage.
            """)

    @OptionGroup var archive: ArchiveOptions

    @OptionGroup var writing: WritingOptions

    @Flag(help: "Report as JSON.")
    var json = false

    // All that is no option of ours: ids before 1970 are negative, and would be taken for options.
    @Argument(
        parsing: .allUnrecognized,
        help: "The article's id, and the numbers of the sightings that go, as identity explain prints them.")
    var numbers: [String]

    func validate() throws {
        _ = try parsed()
    }

    func run() async throws {
        let (id, numbers) = try parsed()
        try await Output.reportingErrors {
            try await archive.with(.readWrite, waitSeconds: writing.wait) { archive in
                guard let article = try await archive.article(id) else {
                    throw ArchiveError.noSuchArticle(id)
                }
                if let missing = numbers.first(where: { $0 > article.sightings.count }) {
                    throw ArchiveError.notApplicable(
                        "article \(article.id) has no sighting \(missing), but \(article.sightings.count); "
                            + "identity explain \(article.id) numbers them")
                }
                let sightings = numbers.map { article.sightings[$0 - 1] }
                IdentityChangeText.print(
                    try await archive.split(article.id, sightings: sightings), asJSON: json)
            }
        }
    }

    private func parsed() throws -> (id: ArticleID, sightings: [Int]) {
        let parts = Arguments.withoutTerminator(numbers)
        let sightings = parts.dropFirst().compactMap { Int($0) }.filter { $0 > 0 }
        guard let first = parts.first, let id = Int64(first), !sightings.isEmpty,
            sightings.count == parts.count - 1
        else {
            throw ValidationError(
                "It takes an article's id and the numbers of sightings, as identity explain prints them.")
        }
        return (ArticleID(rawValue: id), sightings)
    }
}
