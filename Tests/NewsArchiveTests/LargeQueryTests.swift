import Testing

@testable import NewsArchive

/// Queries larger than anybody types, which the documentation allows all the same.
@Suite struct LargeQueryTests {
    private func archive() async throws -> Archive {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(Listing.records(2)))
        return archive
    }

    private func nested(_ depth: Int, _ innermost: String) -> String {
        (0..<depth).reduce(innermost) { "(ferry \($1.isMultiple(of: 2) ? "OR" : "AND") \($0))" }
    }

    @Test(arguments: [8, 16, 17, 28, 33, 50, 1000])
    func parenthesesInParenthesesAreNoError(depth: Int) async throws {
        let archive = try await archive()
        #expect(try await archive.ids(nested(depth, "toll")).count == 2)
        #expect(try await archive.ids(nested(depth, "views:5")).count == 2)
    }

    @Test func denialsInParenthesesAreAnsweredPlainly() async throws {
        let archive = try await archive()
        let typed = (0..<16).reduce("toll") { inner, _ in "(ferry OR headline:(boat -(\(inner))))" }
        try #expect(await archive.ids("\(typed)").count == 2)
    }

    @Test(arguments: ["views:5 OR", "views:5", "ferry OR views:5 OR", "-toll", "ferry", "ferry OR"])
    func aThousandPartsAreNoError(part: String) async throws {
        let archive = try await archive()
        let typed = Array(repeating: part, count: 1000).joined(separator: " ")
        _ = try await archive.search(typed)
    }

    @Test func moreThanCanBeAskedIsSaid() async throws {
        let archive = try await archive()
        let deep = (0..<5000).reduce(Query.words("ferry")) { inner, _ in .all([inner, .words("ferry")]) }
        let wide = Query.any((0..<40_000).map { .words("word\($0)") })
        for query in [deep, wide] {
            await #expect(throws: ArchiveError.self) { try await archive.search(query) }
            await #expect(throws: ArchiveError.self) { try await archive.histogram(of: query, by: .year) }
            await #expect(throws: ArchiveError.self) { try await archive.explain(query) }
        }
    }
}
