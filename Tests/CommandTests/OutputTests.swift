import Testing

struct OutputTests {
    private let name = "d\u{1B}[2Ju\u{7}m\u{9B}p\u{202E}.txt"

    /// An archive of one article, all of whose texts have control characters in them.
    private func workspace() throws -> (Workspace, imported: Command.Outcome) {
        let place = try Workspace()
        try place.write(
            """
            date 2025-10-10
            09.10.2025, 12:21 310
            Ferry \(Controls.text) sails
            Photo | \(Controls.text)
            Body \(Controls.text) of the ferry.
            31.02.2025, 09:05 310
            Bad day
            """, to: name)
        return (place, try place.run("import", "--source", "g\(Controls.text)", "--", name))
    }

    @Test func anImportTellsNoControlCharacter() throws {
        let (_, imported) = try workspace()
        #expect(imported.status == 2)
        #expect(imported.text.contains("1 added") && imported.errorText.contains("rejected"))
        #expect(Controls.found(in: imported.output + imported.errors).isEmpty)
    }

    @Test(arguments: [["search", "ferry"], ["search", "sails"], ["dumps"], ["stats"]])
    func aReaderIsShownNoControlCharacter(arguments: [String]) throws {
        let (place, _) = try workspace()
        let outcome = try Command(arguments, in: place.url).outcome()
        #expect(outcome.status == 0 && !outcome.output.isEmpty)
        #expect(Controls.found(in: outcome.output + outcome.errors).isEmpty)
    }

    @Test func anArticleIsShownWithoutControlCharacters() throws {
        let (place, _) = try workspace()
        let id = try #require(try place.search("ferry").first?["id"].integer)
        let outcome = try place.run("show", String(id))
        #expect(outcome.status == 0)
        #expect(outcome.text.contains("a\u{2407}b\u{241B}[31mc\u{2421}d\u{FFFD}31me\u{FFFD}f"))
        #expect(Controls.found(in: outcome.output + outcome.errors).isEmpty)
    }

    @Test(arguments: [["search", "--json", "ferry"], ["search", "--jsonl", "ferry"], ["dumps", "--json"]])
    func dataEscapesControlCharacters(arguments: [String]) throws {
        let (place, _) = try workspace()
        let outcome = try Command(arguments, in: place.url).outcome()
        let scalars = outcome.text.unicodeScalars.map(\.value)
        #expect(outcome.status == 0)
        #expect(!scalars.contains { $0 < 0x20 && $0 != 0x0A || (0x7F..<0xA0).contains($0) })
        #expect(outcome.text.contains("\\u001b") || outcome.text.contains("\\u001B"))
    }

    @Test func dataHasTheTextAsItIs() throws {
        let (place, _) = try workspace()
        let found = try #require(try place.search("ferry").first)
        #expect(found["headline"] == .string("Ferry \(Controls.text) sails"))
        #expect(found["source"] == .string("g\(Controls.text)"))
        #expect(try JSONValue(place.run("dumps", "--json").output)["dump"] == .string(name))
    }

    @Test func anErrorNamesAFileWithoutItsControlCharacters() throws {
        let place = try Workspace()
        try place.write([0xFF, 0xD8, 0xFF], to: name)
        for arguments in [["import", name], ["import", "."], ["import", "gone\(Controls.text)"]] {
            let outcome = try Command(arguments, in: place.url).outcome()
            #expect(outcome.status == 1)
            #expect(Controls.found(in: outcome.output + outcome.errors).isEmpty)
        }
    }

    @Test func coloursAreOnlyForATerminal() throws {
        let place = try Workspace(importing: "09.10.2025, 12:21 5\nNew ferry\nIt sails.\n")
        let outcome = try place.run("search", "ferry", environment: ["TERM": "xterm-256color"])
        #expect(!outcome.text.contains("\u{1B}"))
    }

    @Test(.enabled(if: Machine.hasFullDevice), arguments: [["stats"], ["search", "ferry"], ["dumps"]])
    func aFullDiskIsNoSuccess(arguments: [String]) throws {
        let place = try Workspace(importing: "09.10.2025, 12:21 5\nNew ferry\nIt sails.\n")
        let outcome = try Command(arguments, in: place.url, outputPath: "/dev/full").outcome()
        #expect(outcome.status == 74)
    }
}
