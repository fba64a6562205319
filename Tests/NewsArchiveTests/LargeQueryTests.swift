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

    @Test(arguments: [20, 28])
    func parenthesesInParenthesesAreNoError(depth: Int) async throws {
        let archive = try await archive()
        #expect(try await archive.ids(nested(depth, "toll")).count == 2)
        #expect(try await archive.ids(nested(depth, "views:5")).count == 2)
    }

    @Test(arguments: [33, 50])
    func deepParenthesesAreNoErrorEither(depth: Int) async throws {
        let archive = try await archive()
        await withKnownIssue(
            "FTS5's parser has room for 32 parentheses with something before each, SQL's for 29"
        ) {
            try #expect(await archive.ids(nested(depth, "toll")).count == 2)
            try #expect(await archive.ids(nested(depth, "views:5")).count == 2)
        }
    }

    @Test(arguments: ["views:5 OR", "views:5", "ferry OR views:5 OR", "-toll"])
    func aThousandFiltersAreNoError(filter: String) async throws {
        let archive = try await archive()
        let typed = Array(repeating: filter, count: 1000).joined(separator: " ")
        await withKnownIssue(
            "SQLite takes no expressions that are more than 1000 deep, which 1000 parts with OR are"
        ) {
            _ = try await archive.search(typed)
        }
    }

    @Test(.disabled("ends the process: each level of a value takes a piece of a thread's stack"))
    func aValueOfManyLevelsIsNoError() async throws {
        let query = (0..<5000).reduce(Query.words("ferry")) { inner, _ in .all([inner, .words("ferry")]) }
        #expect(try await archive().search(query).results.count == 2)
    }
}
