import Foundation
import NewsArchiveSQLite
import Testing

struct EmbeddedMigrationTests {
    @Test func allFilesOfTheFolderAreEmbeddedAndNothingElse() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Package.migrations.path)
        #expect(EmbeddedMigration.all.map(\.name) == files.sorted())
    }

    @Test(arguments: EmbeddedMigration.all)
    func anEmbeddedMigrationIsItsFileByteForByte(migration: EmbeddedMigration) throws {
        let file = try Data(contentsOf: Package.migrations.appending(path: migration.name))
        #expect(Data(migration.script.utf8) == file)
    }

    @Test func theNumbersCountFromOneWithoutGaps() {
        #expect(EmbeddedMigration.all.map(\.number) == Array(1...EmbeddedMigration.all.count))
    }

    @Test(arguments: EmbeddedMigration.all)
    func aNameStartsWithItsNumberInFourDigits(migration: EmbeddedMigration) {
        let digits = String(migration.number)
        #expect(migration.name.hasPrefix(String(repeating: "0", count: 4 - digits.count) + digits + "_"))
        #expect(migration.name.hasSuffix(".sql"))
    }

    @Test func theyRunOneAfterTheOtherOnAnEmptyDatabase() throws {
        let connection = try Connection(.memory)
        try connection.registerSearch()
        for migration in EmbeddedMigration.all { try connection.execute(migration.script) }
        #expect(try connection.text("PRAGMA integrity_check") == "ok")
        #expect(try connection.integer("SELECT count(*) FROM pragma_foreign_key_check") == 0)
    }
}
