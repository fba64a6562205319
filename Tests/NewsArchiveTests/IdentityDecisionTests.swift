import NewsArchiveSQLite
import Testing

@testable import NewsArchive

@Suite struct IdentityDecisionTests {
    @Test func everyRuleIsARowOfTheArchive() async throws {
        let archive = try Archive.inMemory()
        let rows = try await archive.read { connection in
            try IdentityDecision.Rule.allCases.map { rule in
                try connection.text("SELECT name FROM identity_rule WHERE id = \(rule.number)")
            }
        }
        #expect(rows == IdentityDecision.Rule.allCases.map(\.rawValue))
    }
}
