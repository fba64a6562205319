import NewsArchiveSQLite
import Testing

@testable import NewsArchive

@Suite struct ArchiveSchemaTests {
    @Test func theDigestIsThatOfWhatTheMigrationsMake() throws {
        let schema = try ArchiveSchema.ofVersion(Migrator.supportedVersion)
        #expect(schema.digest == ArchiveSchema.presentDigest, "a migration was added or changed")
    }

    @Test func theDigestIsThatOfAllThatSaysSomething() throws {
        let connection = try Connection(.memory)
        try connection.execute("CREATE TABLE a (b); CREATE INDEX c ON a (b)")
        let digest = try ArchiveSchema(connection).digest
        try connection.execute("DROP TABLE a; CREATE TABLE a  (b) -- comment")
        #expect(try ArchiveSchema(connection).digest != digest)
        try connection.execute("CREATE INDEX C ON a /* comment */ (b)")
        let other = try ArchiveSchema(connection)
        #expect(other.objects.map(\.name) == ["a", "c"])
    }
}
