import Foundation
import NewsArchiveSQLite
import Testing

@Suite struct ConnectionPageChecksumsTests {
    private static let pageSize = 4096

    /// A database of some fifty pages, in write-ahead mode, closed.
    private func makeFile(_ path: String) throws {
        let connection = try Connection(.readWrite(path: path))
        _ = try connection.text("PRAGMA journal_mode = WAL")
        try connection.execute("CREATE TABLE lamp (shade TEXT)")
        try connection.transaction { connection in
            var statement = try Statement(connection, "INSERT INTO lamp VALUES (?1)")
            for number in 0..<200 {
                try statement.bind(1, String(repeating: "green \(number) ", count: 100))
                try statement.run()
            }
        }
    }

    private func pages(_ path: String) throws -> [[UInt8]] {
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
        return stride(from: 0, to: bytes.count, by: Self.pageSize).map {
            Array(bytes[$0..<$0 + Self.pageSize])
        }
    }

    private func change(_ path: String, at offset: Int, to byte: (UInt8) -> UInt8) throws {
        var bytes = try Data(contentsOf: URL(filePath: path))
        bytes[offset] = byte(bytes[offset])
        try bytes.write(to: URL(filePath: path))
    }

    @Test func everyPageOfANewFileIsSealed() throws {
        try withTemporaryFolder { folder in
            try makeFile("\(folder)/a.sqlite")
            let pages = try pages("\(folder)/a.sqlite")
            #expect(pages.count > 50)
            for (index, page) in pages.enumerated() { #expect(isSealedPage(page, number: index + 1)) }
            let connection = try Connection(.readOnly(path: "\(folder)/a.sqlite"))
            #expect(try connection.hasPageChecksums() == true)
            #expect(try connection.wrongPage(from: 1) == nil)
        }
    }

    @Test func aPageIsNotThatOfAnotherNumber() throws {
        try withTemporaryFolder { folder in
            try makeFile("\(folder)/a.sqlite")
            let page = try pages("\(folder)/a.sqlite")[2]
            #expect(isSealedPage(page, number: 3))
            #expect(!isSealedPage(page, number: 4))
        }
    }

    @Test func whatIsInMemoryHasNoPagesToCheck() throws {
        let connection = try Connection(.memory)
        try connection.execute("CREATE TABLE lamp (shade TEXT)")
        #expect(try connection.hasPageChecksums() == nil)
        #expect(try connection.wrongPage(from: 1) == nil)
        try connection.sealPages()
        try connection.verifyPages(true)
    }

    @Test(arguments: [0, 1, 7, 2000, 4087])
    func aBitThatTurnsIsFound(byte: Int) throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/a.sqlite"
            try makeFile(path)
            try change(path, at: 9 * Self.pageSize + byte) { $0 ^ 0x10 }
            let connection = try Connection(.readOnly(path: path))
            #expect(try connection.wrongPage(from: 1) == 10)
            #expect(try connection.wrongPage(from: 10) == 10)
            #expect(try connection.wrongPage(from: 11) == nil)
        }
    }

    @Test func aWrongPageIsReadUnlessPagesAreVerified() throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/a.sqlite"
            try makeFile(path)
            try change(path, at: 9 * Self.pageSize + 3000) { _ in UInt8(ascii: "x") }
            let reader = try Connection(.readOnly(path: path))
            #expect(try reader.integer("SELECT sum(length(shade)) FROM lamp") ?? 0 > 0)
            let verifier = try Connection(.readOnly(path: path))
            try verifier.verifyPages(true)
            let error = #expect(throws: SQLiteError.self) {
                try verifier.integer("SELECT sum(length(shade)) FROM lamp")
            }
            #expect(error?.extendedCode == ResultCode.wrongPage)
        }
    }

    @Test func sealingTakesPagesAsTheyAre() throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/a.sqlite"
            try makeFile(path)
            try change(path, at: 9 * Self.pageSize + 3000) { _ in UInt8(ascii: "x") }
            let connection = try Connection(.readWrite(path: path))
            try connection.sealPages()
            #expect(try connection.wrongPage(from: 1) == nil)
            for (index, page) in try pages(path).enumerated() {
                #expect(isSealedPage(page, number: index + 1))
            }
        }
    }

    @Test func aPageWithoutAChecksumIsNotWrong() throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/a.sqlite"
            try makeFile(path)
            // As a program leaves it that knows nothing of checksums, and read the page with zeros in their place.
            for byte in 4088..<4096 { try change(path, at: 9 * Self.pageSize + byte) { _ in 0 } }
            let connection = try Connection(.readOnly(path: path))
            try connection.verifyPages(true)
            #expect(try connection.wrongPage(from: 1) == nil)
            #expect(try connection.integer("SELECT count(*) FROM lamp") == 200)
        }
    }

    @Test func pagesInTheWriteAheadLogCarryNoChecksums() throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/a.sqlite"
            try makeFile(path)
            let connection = try Connection(.readWrite(path: path))
            try connection.execute("UPDATE lamp SET shade = 'red' WHERE rowid % 10 = 0")
            let log = [UInt8](try Data(contentsOf: URL(filePath: path + "-wal")))
            // https://www.sqlite.org/fileformat2.html#the_write_ahead_log
            let frames = stride(from: 32, to: log.count, by: 24 + Self.pageSize)
            #expect(frames.underestimatedCount > 5)
            for frame in frames {
                let end = frame + 24 + Self.pageSize
                #expect(log[end - 8..<end].allSatisfy { $0 == 0 })
            }
        }
    }

    @Test func aFileWithoutChecksumsHasThemWhenItWasWrittenAnew() throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/a.sqlite"
            do {
                let connection = try Connection(.readWrite(path: path))
                try connection.execute("CREATE TABLE lamp (shade TEXT)")
            }
            // An empty table says so in the header alone, and its pages have room for more then.
            try change(path, at: 20) { _ in 0 }
            let connection = try Connection(.readWrite(path: path))
            #expect(try connection.hasPageChecksums() == false)
            #expect(try connection.wrongPage(from: 1) == nil)
            try connection.vacuum()
            #expect(try connection.hasPageChecksums() == true)
            #expect(try connection.text("PRAGMA integrity_check") == "ok")
        }
    }

    @Test func whoHadTheFileOpenLearnsThatItsPagesHaveChecksumsNow() throws {
        try withTemporaryFolder { folder in
            let path = "\(folder)/a.sqlite"
            do {
                let connection = try Connection(.readWrite(path: path))
                _ = try connection.text("PRAGMA journal_mode = WAL")
                try connection.execute("CREATE TABLE lamp (shade TEXT)")
            }
            try change(path, at: 20) { _ in 0 }
            let early = try Connection(.readWrite(path: path))
            #expect(try early.integer("SELECT count(*) FROM lamp") == 0)
            let other = try Connection(.readWrite(path: path))
            try other.execute("INSERT INTO lamp VALUES (hex(zeroblob(20000)))")
            try other.vacuum()
            // It sees the first page in the log, and then nothing but what is in the file.
            #expect(try early.integer("SELECT count(*) FROM lamp") == 1)
            _ = try other.integer("PRAGMA wal_checkpoint(TRUNCATE)")
            try early.execute("UPDATE lamp SET shade = shade || 'x'")
            _ = try early.integer("PRAGMA wal_checkpoint(TRUNCATE)")
            #expect(try other.wrongPage(from: 1) == nil)
            #expect(try other.text("PRAGMA integrity_check") == "ok")
            for (index, page) in try pages(path).enumerated() {
                #expect(isSealedPage(page, number: index + 1))
            }
        }
    }
}
