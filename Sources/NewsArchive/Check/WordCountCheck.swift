import NewsArchiveSQLite

/// Whether the index has as many words of each article as its texts have: FTS5's own check does not say of which
/// article it speaks.
struct WordCountCheck: CheckPart {
    static let name = "words of articles"

    func run(_ connection: Connection, _ log: CheckLog) throws {
        var rows = try Statement(
            connection,
            """
            SELECT article_document.id, headline, body, sz
            FROM article_document
            LEFT JOIN article_search_docsize AS size ON size.id = article_document.id
            """)
        while try rows.step() {
            let counts = [try Self.words(rows.text(1)), try Self.words(rows.text(2))]
            let stored = rows.isNull(3) ? nil : Self.numbers(try rows.blob(3))
            guard stored != counts else { continue }
            log.add(
                .fulltextIndex, table: "article_search", at: "article \(try rows.integer(0))",
                stored == nil
                    ? "the article is not in the index" : "the index has another number of words of it")
        }
        var strays = try Statement(
            connection,
            "SELECT id FROM article_search_docsize WHERE id NOT IN (SELECT id FROM article)")
        while try strays.step() {
            log.add(
                .fulltextIndex, table: "article_search", at: "article \(try strays.integer(0))",
                "the index has an article that is not there")
        }
    }

    private static func words(_ text: String) -> UInt64 {
        UInt64(Tokenizer.tokens(of: text).count { !$0.isColocated })
    }

    // SQLite's integers of variable length: seven bits a byte, the highest bit says that there is more.
    private static func numbers(_ bytes: [UInt8]) -> [UInt64] {
        var numbers: [UInt64] = []
        var number: UInt64 = 0
        for byte in bytes {
            number = number << 7 | UInt64(byte & 0x7F)
            guard byte & 0x80 == 0 else { continue }
            numbers.append(number)
            number = 0
        }
        return numbers
    }
}
