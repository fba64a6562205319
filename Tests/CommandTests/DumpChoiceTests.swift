import Testing

@testable import NewsArchive
@testable import news_archive

struct DumpChoiceTests {
    private func dump(_ id: Int64, _ name: String, _ first: UInt8 = 0) -> Dump {
        Dump(
            id: id, name: name, format: "listing", source: nil, bytes: 1,
            digest: [first, 0xAB, 0xCD, 0xEF] + [UInt8](repeating: UInt8(id), count: 28), taken: nil,
            counts: .of(), started: 0, finished: nil)
    }

    private var dumps: [Dump] { [dump(1, "a.txt"), dump(2, "b.txt", 0x12), dump(3, "a.txt", 0x12)] }

    @Test(arguments: ["2", "b.txt", "12abcdef02", "12ABCDEF0202"])
    func aDumpIsCalledByNameNumberOrDigest(text: String) throws {
        #expect(try DumpChoice.dump(text, among: dumps).id == 2)
    }

    @Test func aNameWithControlCharactersIsTypedAsItIsPrinted() throws {
        let odd = dump(4, Controls.text)
        #expect(try DumpChoice.dump(TerminalText.plain(Controls.text), among: [odd]) == odd)
    }

    @Test func fewDigitsAreNoDigest() {
        #expect(throws: ArchiveError.noSuchDump("12abcde")) {
            try DumpChoice.dump("12abcde", among: dumps)
        }
    }

    @Test func severalAreListedWithTheirNumbers() throws {
        let error = #expect(throws: AmbiguousDump.self) { try DumpChoice.dump("a.txt", among: dumps) }
        let text = try #require(error).description
        #expect(text.contains("number 1: a.txt, SHA-256 00abcdef"))
        #expect(text.contains("number 3: a.txt, SHA-256 12abcdef"))
        #expect(throws: AmbiguousDump.self) { try DumpChoice.dump("12abcdef", among: dumps) }
    }
}
