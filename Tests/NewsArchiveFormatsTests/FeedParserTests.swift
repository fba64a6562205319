#if Feeds
    import Testing

    @testable import NewsArchiveFormats

    struct FeedParserTests {
        @Test func anItemOfRSSIsAnArticle() throws {
            let text = """
                <?xml version="1.0" encoding="utf-8"?>
                <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
                <channel><title>Harnby Courier</title><link>https://harnby.example/</link><language>en-GB</language>
                <item><title>Ferry Returns</title><link>https://harnby.example/ferry</link>
                <guid isPermaLink="false">ferry-1</guid><pubDate>Thu, 09 Oct 2025 12:21:00 +0500</pubDate>
                <dc:creator>A. Writer</dc:creator><category>Sea</category><category>Town</category>
                <description>&lt;p&gt;It is back.&lt;/p&gt;&lt;p&gt;It leaves at noon.&lt;/p&gt;</description>
                <enclosure url="/ferry.mp3" type="audio/mpeg" length="1200"/></item>
                </channel></rss>
                """
            let (header, records) = readFeed(Array(text.utf8))
            #expect(
                header
                    == DumpHeader(title: "Harnby Courier", url: "https://harnby.example/", language: "en-GB"))
            let article = try #require(records.first?.article)
            #expect(records.count == 1)
            #expect(article.headline == "Ferry Returns")
            #expect(article.body.paragraphs == ["It is back.", "It leaves at noon."])
            #expect(article.published == LocalTime(year: 2025, month: 10, day: 9, hour: 12, minute: 21))
            #expect(article.minutesAheadOfUTC == 300 && article.origin == .stated)
            #expect(
                article.metadata
                    == ArticleMetadata(
                        guid: "ferry-1", url: "https://harnby.example/ferry", author: "A. Writer",
                        language: "en-GB", categories: ["Sea", "Town"],
                        enclosures: [
                            ArticleMetadata.Enclosure(
                                url: "https://harnby.example/ferry.mp3", type: "audio/mpeg", length: 1200)
                        ]))
        }

        @Test func anEntryOfAtomIsAnArticle() throws {
            let text = """
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="kk" xml:base="https://harnby.example/news/">
                <title>Courier</title><updated>2025-10-10T08:00:00Z</updated><author><name>Desk</name></author>
                <link rel="self" href="feed.xml"/><link href="/"/>
                <entry><title type="html">Salt &amp;amp; Sand</title><id>tag:1</id>
                <link rel="alternate" href="salt"/><link rel="enclosure" href="salt.png" type="image/png"/>
                <published>2025-10-09T12:21:05Z</published><updated>2025-10-10T07:00:00Z</updated>
                <category term="sea" label="The sea"/>
                <summary>Short.</summary>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One &lt; two.</p><p>Three.</p></div></content>
                </entry></feed>
                """
            let (header, records) = readFeed(Array(text.utf8))
            #expect(header.title == "Courier" && header.language == "kk")
            #expect(header.url == "https://harnby.example/")
            #expect(header.taken?.time == LocalTime(year: 2025, month: 10, day: 10, hour: 8, minute: 0))
            let article = try #require(records.first?.article)
            #expect(article.headline == "Salt & Sand")
            #expect(article.body.paragraphs == ["One < two.", "Three."])
            #expect(article.metadata.summary.string == "Short.")
            #expect(article.published?.second == 5)
            #expect(article.updated?.time.day == 10)
            #expect(
                article.metadata.url == "https://harnby.example/news/salt" && article.metadata.guid == "tag:1"
            )
            #expect(article.metadata.author == "Desk" && article.metadata.language == "kk")
            #expect(article.metadata.categories == ["The sea"])
            #expect(article.metadata.enclosures.map(\.url) == ["https://harnby.example/news/salt.png"])
        }

        @Test func anItemOfRDFIsAnArticle() throws {
            let text = """
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                 xmlns:dc="http://purl.org/dc/elements/1.1/">
                <channel rdf:about="https://harnby.example/"><title>Courier</title><dc:date>2025-10-10</dc:date></channel>
                <item rdf:about="https://harnby.example/1"><title>One</title><dc:date>2025-10-09</dc:date>
                <dc:subject>Sea</dc:subject><description>Text.</description></item></rdf:RDF>
                """
            let (header, records) = readFeed(Array(text.utf8))
            #expect(
                header.title == "Courier" && header.taken?.time == LocalTime(year: 2025, month: 10, day: 10))
            let article = try #require(records.first?.article)
            #expect(article.headline == "One" && article.body.string == "Text.")
            #expect(article.metadata.guid == "https://harnby.example/1")
            #expect(article.metadata.url == "https://harnby.example/1")
            #expect(article.published == LocalTime(year: 2025, month: 10, day: 9))
            #expect(article.metadata.categories == ["Sea"])
        }

        @Test(arguments: [
            ("AT&amp;amp;T", "AT&T"), ("AT&amp;T", "AT&T"), ("AT&T", "AT&T"), ("a &foo; b", "a &foo; b"),
            ("Caf&eacute;&nbsp;&#8211; x", "Café – x"), ("1 &lt; 2", "1 < 2"), ("1 < 2", "1 < 2"),
            ("I <3 it", "I <3 it"),
            ("&lt;b&gt;Bold&lt;/b&gt; words", "Bold words"),
            ("<![CDATA[Fish & <i>chips</i>]]>", "Fish & chips"),
            ("<b>Bold</b> words", "Bold words"), ("  two \n lines ", "two lines"),
            ("Ferry Comes BackFerry Comes Back", "Ferry Comes Back"), ("it&#146;s", "it’s"),
        ])
        func aHeadlineIsPlainText(title: String, expected: String) {
            #expect(
                feedArticles("<rss><channel><item><title>\(title)</title></item></channel></rss>").map(
                    \.headline) == [expected])
        }

        @Test(arguments: [
            (
                "<content:encoded>&lt;p&gt;Long.&lt;/p&gt;</content:encoded><description>Short</description>",
                "Long.", "Short"
            ),
            (
                "<description>Long</description><content:encoded>Long text.</content:encoded>", "Long text.",
                ""
            ),
            (
                "<description>Long te…</description><content:encoded>Long text.</content:encoded>",
                "Long text.", ""
            ),
            ("<description>Only</description>", "Only", ""),
            ("<fullitem>&lt;p&gt;All&lt;/p&gt;</fullitem><description>Part</description>", "All", "Part"),
            (
                "<xhtml:body xmlns:xhtml='http://www.w3.org/1999/xhtml'><xhtml:p>A</xhtml:p><xhtml:p>B</xhtml:p></xhtml:body>",
                "A\nB", ""
            ),
            ("<media:group><media:description>Seen</media:description></media:group>", "Seen", ""),
            ("<description><p>Not</p><p>escaped</p></description>", "Not\nescaped", ""),
        ])
        func theBestTextIsTheBody(fields: String, body: String, summary: String) {
            let found = feedArticles("<rss><channel><item><title>T</title>\(fields)</item></channel></rss>")
            #expect(found.map(\.body.string) == [body])
            #expect(found.map(\.metadata.summary.string) == [summary])
        }

        @Test(arguments: [
            ("<link>https://a.example/1</link><guid>https://a.example/2</guid>", "https://a.example/1"),
            ("<guid>https://a.example/2</guid>", "https://a.example/2"),
            ("<guid isPermaLink='false'>https://a.example/2</guid>", nil),
            ("<guid>2</guid>", nil), ("<link>/1</link>", "https://c.example/1"),
            ("<link xml:base='https://b.example/x/'>1</link>", "https://b.example/x/1"),
            (
                "<link>https://a.example/1</link><feedburner:origLink>https://o.example/1</feedburner:origLink>",
                "https://o.example/1"
            ),
            ("<link>https://a.example/?a=1&amp;amp;b=2</link>", "https://a.example/?a=1&b=2"),
            ("<link>https://a.example/?a=1&b=2</link>", "https://a.example/?a=1&b=2"),
        ])
        func theAddressIsTheLinkElseAPermanentGUID(fields: String, expected: String?) {
            let found = feedArticles(
                "<rss><channel><link>https://c.example/</link><item><title>T</title>\(fields)</item></channel></rss>"
            )
            #expect(found.map(\.metadata.url) == [expected])
        }

        @Test(arguments: [
            ("<author>desk@a.example (A. Writer)</author>", "A. Writer"),
            ("<author>A. Writer</author>", "A. Writer"),
            ("<dc:creator>A</dc:creator><dc:creator>B</dc:creator>", "A, B"),
            ("<author>desk@a.example</author>", "desk@a.example"),
            ("<itunes:author>A</itunes:author>", "A"),
        ])
        func theAuthorIsAName(fields: String, expected: String) {
            let found = feedArticles("<rss><channel><item><title>T</title>\(fields)</item></channel></rss>")
            #expect(found.map(\.metadata.author) == [expected])
        }

        @Test func anAddressInAnAttributeKeepsItsAmpersand() {
            let text = """
                <feed xmlns="http://www.w3.org/2005/Atom"><entry><title>a</title><link href="http://e.example/?a=1&amp;b=2"/>
                <category term="Salt &amp; Sand"/></entry></feed>
                """
            let metadata = readFeed(Array(text.utf8)).records.first?.article?.metadata
            #expect(metadata?.url == "http://e.example/?a=1&b=2")
            #expect(metadata?.categories == ["Salt & Sand"])
        }

        @Test func whatAnEntryTakesFromElsewhereDoesNotOverwriteIt() {
            let found = feedArticles(
                """
                <feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Own</title><id>1</id>
                <source><title>Other</title><id>2</id><updated>2001-01-01</updated><author><name>X</name></author></source>
                </entry></feed>
                """)
            #expect(found.map(\.headline) == ["Own"])
            #expect(found.map(\.metadata.guid) == ["1"])
            #expect(found.map(\.metadata.author) == [nil] && found.map(\.published) == [nil])
        }

        @Test func theTitleOfAnImageIsNotTheFeeds() {
            let text =
                "<rss><channel><image><title>Logo</title></image><title>Courier</title></channel></rss>"
            #expect(readFeed(Array(text.utf8)).header.title == "Courier")
        }

        @Test func anItemWithoutATitleIsCalledAfterItsText() {
            let long = String(repeating: "word ", count: 60)
            let found = feedArticles(
                "<rss><channel><item><description>First.&lt;br&gt;Second.</description></item>"
                    + "<item><description>\(long)</description></item><item><link>https://a.example/</link></item></channel></rss>"
            )
            #expect(
                found.map(\.headline) == [
                    "First.", String(repeating: "word ", count: 23) + "word…", "https://a.example/",
                ])
            #expect(found[0].body.paragraphs == ["First.", "Second."])
        }

        @Test func anItemWithNothingIsRejected() {
            let found = feedRecords(
                Array("<rss><channel><item><pubDate>2025-10-09</pubDate></item></channel></rss>".utf8))
            #expect(found.map { $0.rejected?.reason } == [.nothingToKeep])
        }

        @Test func aTimeThatCannotBeReadIsKeptAsItStands() {
            let found = feedArticles(
                "<rss><channel><item><title>T</title><pubDate>soon</pubDate></item></channel></rss>")
            #expect(found.map(\.unreadableTime) == ["soon"])
            #expect(found.map(\.origin) == [.unknown] && found.map(\.published) == [nil])
        }

        @Test func viewsAreReadWhereTheyAreStated() {
            let found = feedArticles(
                "<rss xmlns:x='urn:x'><channel><item><title>T</title><x:views>14 206</x:views><slash:comments>7</slash:comments></item></channel></rss>"
            )
            #expect(found.map(\.views) == [14206])
        }

        @Test func namesAreComparedWithoutCase() {
            let found = feedArticles(
                "<RSS><Channel><ITEM><TITLE>T</TITLE><GUID>g</GUID></ITEM></Channel></RSS>")
            #expect(found.map(\.headline) == ["T"] && found.map(\.metadata.guid) == ["g"])
        }

        @Test func placesAreThoseOfTheItems() {
            let text =
                "<rss>\n<channel>\n<item><title>A</title></item>\n\n<item>\n<title>B</title></item></channel></rss>"
            #expect(
                feedRecords(Array(text.utf8)).map(\.place) == [
                    RecordPlace(line: 3, byteOffset: 16, byteCount: 29),
                    RecordPlace(line: 5, byteOffset: 47, byteCount: 30),
                ])
        }
    }
#endif
