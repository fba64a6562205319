#if Feeds
    import Testing

    @testable import NewsArchiveFormats

    // What stands before and after a damage is read.
    extension FeedParserTests {
        private static let start = "<rss version=\"2.0\"><channel><title>F</title>"
        private static let before = "<item><title>Before</title></item>"
        private static let after = "<item><title>After</title></item></channel></rss>"

        @Test(arguments: [
            "<item><title>X</title><description>a & b &nbsp; &foo; < c <b>d</description></item>",
            "<item><title>X</title></p></b></item>", "<item><title>X</title><br><br><p>y<p>z</item>",
            "<item><title>X</title><description><![CDATA[never closed</description></item>",
            "<item><title>X</title><description>\u{01}\u{0B}\u{1F}\u{FFFE}</description></item>",
            "<item><title>X</title><a b='c d='e'>text</a></item>",
            "<item><title>X</title><a b=\"c>text</a></item>",
            "<item><title>X</title><description>]]> and ]] ></description></item>",
            "<item><title>X</title><x:y:z>1</x:y:z></item>",
            "<item><title>X</title>", "<item><title>X<item><title>Y</title></item>",
            "<!-- <item> --><item><title>X</title></item>",
            "<?php echo '>'; ?><item><title>X</title></item>", "<item><title>X</title><1a><é></é></item>",
            "<item><title>X</title><a a='1' a='2' xmlns:q='' q:r='s'/></item>",
        ])
        func aDamagedItemSpoilsNoOther(item: String) {
            let text = Array((Self.start + Self.before + item + Self.after).utf8)
            let headlines = feedRecords(text).compactMap(\.article?.headline)
            #expect(headlines.first == "Before" && headlines.last == "After")
            #expect(headlines.count >= 3 && headlines[1] == "X")
            for size in [1, 2, 3, 7] { #expect(feedRecords(text, pieces: size) == feedRecords(text)) }
        }

        @Test(arguments: [
            "\n\n  <?xml version=\"1.0\"?>", "Warning: something\n<br />\n<?xml version='1.0'>",
            "<?xml version=\"1.0\" encoding=\"x\"?><!-- c -->",
            "<!DOCTYPE rss PUBLIC \"-//N//DTD RSS 0.91//EN\" \"http://n.example/rss.dtd\">",
            "<!DOCTYPE rss [<!ELEMENT a (b)>\n<!-- > ] -->]>",
            "<!DOCTYPE rss PUBLIC \"never closed", "\u{00}\u{01}",
        ])
        func whatStandsBeforeTheFirstElementDoesNotMatter(prolog: String) {
            #expect(
                feedArticles(prolog + Self.start + Self.before + Self.after).map(\.headline) == [
                    "Before", "After",
                ])
        }

        @Test(arguments: [
            "", "<?xml version='1.0'?>\n", "<!DOCTYPE rss>", "</rss>",
            "</channel></rss>\n\n<?xml version='1.0'?>",
        ])
        func severalFeedsInOneDumpAreRead(between: String) throws {
            let one = Self.start + Self.before
            let text = one + between + "<rss><channel><title>Second</title>" + Self.after
            let (header, records) = readFeed(Array(text.utf8))
            #expect(records.compactMap(\.article?.headline) == ["Before", "After"])
            #expect(header.title == "F")
            #expect(records.compactMap(\.article?.source) == ["Second"])
        }

        @Test(arguments: [
            "<item><title>Cut</title><descr", "<item><title>Cut</title><description>a &am",
            "<item><title>Cut</title><description><![CDATA[a",
            "<item><title>Cut</title><!-- a", "<item><title>Cut</title><a b='c", "<item><title>Cut",
        ])
        func aDumpThatWasCutOffLosesNoItem(end: String) {
            let found = feedArticles(Self.start + Self.before + end)
            #expect(found.map(\.headline) == ["Before", "Cut"])
        }

        @Test func aByteThatIsNotUTF8RejectsItsItemAlone() throws {
            let item =
                Array("<item><title>X</title>\n<description>a ".utf8) + [0xFF]
                + Array("b</description></item>".utf8)
            let text = Array((Self.start + Self.before).utf8) + item + Array(Self.after.utf8)
            let offset = try #require(text.firstIndex(of: 0xFF))
            for size in [1, 5, 1000] {
                let records = feedRecords(text, pieces: size)
                #expect(records.compactMap(\.article?.headline) == ["Before", "After"])
                let rejected = try #require(records.compactMap(\.rejected).first)
                #expect(rejected.reason == .notUTF8(byteOffset: offset, line: 2))
                #expect(rejected.place.bytes(in: text) == item)
            }
        }

        @Test func aRejectedItemCanBeReadAloneAfterItsPreamble() throws {
            let item = "<item><z:creator>A</z:creator><title>X</title></item>"
            let text =
                "<rss xmlns:z=\"http://purl.org/dc/elements/1.1/\"><channel>"
                + item.replacing("X", with: "X\u{00}") + "</channel></rss>"
            var bytes = Array(text.utf8)
            let place = try #require(bytes.firstIndex(of: 0))
            bytes[place] = 0xFE
            let rejected = try #require(feedRecords(bytes).first?.rejected)
            let mended = Array(rejected.preamble.utf8) + rejected.place.bytes(in: bytes).filter { $0 != 0xFE }
            let articles = feedRecords(mended).compactMap(\.article)
            #expect(articles.map(\.headline) == ["X"] && articles.map(\.metadata.author) == ["A"])
            #expect(mended.withUnsafeBytes { FeedParser.recognizes($0) } == .rss)
        }

        @Test func entitiesOfTheDumpAreTakenWhereTheyArePlainText() {
            let text = """
                <!DOCTYPE rss [<!ENTITY co "Harnby &#38; Sons"><!ENTITY bad "&co;&co;"><!ENTITY file SYSTEM "file:///etc/hosts">]>
                <rss><channel><item><title>&co; &bad; &file;</title></item></channel></rss>
                """
            #expect(feedArticles(text).map(\.headline) == ["Harnby & Sons &bad; &file;"])
        }
    }

    // What a parser does not follow it rejects, and reads on.
    extension FeedParserTests {
        @Test func elementsWithinTooManyOthersAreRejected() throws {
            let deep = String(repeating: "<a>", count: 100_000)
            for end in ["", String(repeating: "</a>", count: 100_000)] {
                let text =
                    Self.start + Self.before + "<item><title>X</title>" + deep + end + "</item>" + Self.after
                let records = feedRecords(Array(text.utf8))
                #expect(records.compactMap(\.article?.headline) == ["Before", "After"])
                #expect(
                    records.compactMap { $0.rejected?.reason } == [.tooDeep(limit: FeedParser.maximumDepth)])
            }
        }

        @Test func deepElementsOutsideOfItemsSpoilNone() {
            let text =
                Self.start + Self.before + String(repeating: "<a>", count: 10_000)
                + "<item><title>After</title></item>"
            #expect(feedArticles(text).map(\.headline) == ["Before", "After"])
        }

        @Test(arguments: ["description", "category"])
        func aRecordThatIsTooLargeIsRejected(name: String) {
            let many =
                name == "category"
                ? String(repeating: "<category/>", count: 5_000)
                : "<description>" + String(repeating: "word ", count: 5_000) + "</description>"
            let text = Self.start + Self.before + "<item><title>X</title>" + many + "</item>" + Self.after
            let parser = FeedParser(maximumRecordBytes: 10_000)
            let records = feedRecords(Array(text.utf8), pieces: 1000, parser: parser)
            #expect(records.compactMap(\.article?.headline) == ["Before", "After"])
            #expect(records.compactMap { $0.rejected?.reason } == [.tooLarge(limit: 10_000)])
        }

        @Test func aTagThatIsTooLongLosesItsAttributesAlone() {
            let tag = "<a b=\"" + String(repeating: "x>", count: 200_000) + "\"/>"
            let text = Self.start + Self.before + "<item>" + tag + "<title>X</title></item>" + Self.after
            #expect(feedArticles(text).map(\.headline) == ["Before", "X", "After"])
        }
    }
#endif
