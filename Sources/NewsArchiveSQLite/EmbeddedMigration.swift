import CNewsArchiveSQLite

/// One file of the folder Migrations, as it was when the library was built.
package struct EmbeddedMigration: Equatable, Sendable {
    /// The number that the name starts with; also the schema's version once the migration has run.
    package let number: Int
    package let name: String
    package let script: String

    /// All of them, in the order of their numbers.
    package static let all: [EmbeddedMigration] = {
        var count = 0
        let first = na_migrations(&count)
        return UnsafeBufferPointer(start: first, count: count).map { migration in
            EmbeddedMigration(
                number: Int(migration.number), name: String(cString: migration.name),
                script: String(
                    decoding: UnsafeBufferPointer(start: migration.bytes, count: migration.count),
                    as: UTF8.self))
        }
    }()
}
