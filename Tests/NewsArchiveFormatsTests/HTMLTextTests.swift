import Testing

@testable import NewsArchiveFormats

struct HTMLTextTests {
    @Test(arguments: [
        ("<p>One</p><p>Two</p>", "One\nTwo"), ("<p>One<p>Two", "One\nTwo"),
        ("One<br>Two<br/><br />Three", "One\nTwo\nThree"),
        ("<ul><li>One</li><li>Two</li></ul>", "One\nTwo"), ("<h1>Head</h1>Text", "Head\nText"),
        ("<table><tr><td>A</td><td>B</td></tr><tr><td>C</td></tr></table>", "A B\nC"),
        ("a <b>b</b><i>c</i> d", "a bc d"),
        ("x<script>var a = '<p>';</script>y", "xy"), ("x<style>p { }</style>y", "xy"),
        ("<head><title>T</title></head>y", "y"),
        ("a<!-- <p>no</p> -->b", "ab"), ("a<iframe>no</iframe>b", "ab"), ("a<noscript>no</noscript>b", "ab"),
        ("<template>no</template>b", "b"), ("<pre>a\n b</pre>", "a\nb"), ("<i>a\n  b\tc</i>", "a b c"),
        ("<a href='x>y'>z</a>", "z"),
        ("<img alt=\"x\" src=y>z", "z"), ("<unknown a=b>z</unknown>", "z"), ("<o:p>z</o:p>", "z"),
    ])
    func markupBecomesLines(html: String, expected: String) {
        #expect(text(html) == expected)
    }

    @Test(arguments: [
        ("&amp;&lt;&gt;&quot;&apos;", "&<>\"'"), ("a&nbsp;&nbsp;b", "a b"), ("&#228;&#xE4;&auml;", "äää"),
        ("&#150;&#x96;", "––"),
        ("&hellip;&mdash;&euro;", "…—€"), ("&foo; & &", "&foo; & &"), ("AT&T", "AT&T"),
        ("&#0;&#x110000;x", "x"), ("&#65 b", "A b"),
        ("&amp;lt;", "&lt;"), ("&#;", "&#;"), ("&#128512;", "😀"),
    ])
    func referencesBecomeCharacters(html: String, expected: String) {
        #expect(text(html) == expected)
    }

    @Test(arguments: [
        ("1 < 2 &amp; 3", "1 < 2 & 3"), ("I <3 <b>it</b>", "I <3 it"), ("<b>a", "a"), ("a</b></p>b", "a\nb"),
        ("a <b", "a"),
        ("<![CDATA[<b>x</b>]]>", "x"), ("<!DOCTYPE html><p>x", "x"), ("a <! b", "a <! b"),
    ])
    func oddMarkupLosesNoText(html: String, expected: String) {
        #expect(text(html) == expected)
    }

    @Test(arguments: [
        (" a  b \n\n c\r\nd ", "a b\nc\nd"), ("a\u{A0}\u{2003}b\u{3000}", "a b"),
        ("\u{FEFF}a\u{200B}\n\u{AD}b\u{AD}", "a\nb"),
        ("a\u{AD}b\u{200B}c", "a\u{AD}b\u{200B}c"), ("\u{200B}\n \u{FEFF} \n", ""),
        ("a \u{200B} \nb", "a\nb"), ("", ""),
        ("ж\u{A0}ж  ж", "ж ж ж"), ("12345678 abcdefgh  ijklmnop ", "12345678 abcdefgh ijklmnop"),
    ])
    func whiteSpaceBecomesPlain(plain: String, expected: String) {
        #expect(
            String(decoding: Array(plain.utf8).withUnsafeBytes { HTMLText.plain($0) }, as: UTF8.self)
                == expected)
        #expect(text(plain) == expected)
    }

    @Test(arguments: [
        "<p>a", "a<br/>b", "a &amp; b", "&#8211;", "x <b class='y'>z</b>", "</blink>", "<!-- a -->",
    ])
    func markupLooksLikeHTML(text: String) {
        #expect(looksLikeHTML(text))
    }

    @Test(arguments: ["a < b > c", "AT&T", "a <3 b", "x &foo; y", "vector<int> x", "<", "&", "a <b", ""])
    func otherTextDoesNot(text: String) {
        #expect(!looksLikeHTML(text))
    }

    #if Feeds
        @Test func plainHTMLIsReadAsTheParserReadsIt() {
            var generator = SeededGenerator(seed: 7)
            for _ in 0..<3_000 {
                let html = Self.tree(&generator, depth: 0)
                Array(html.utf8).withUnsafeBytes { bytes in
                    guard let plain = HTMLScanner.text(of: bytes, isLenient: false) else { return }
                    #expect(plain == HTMLText.parsed(bytes), "\(html)")
                }
            }
        }
    #endif

    @Test func lenientReadingEndsForAnyText() {
        var generator = SeededGenerator(seed: 8)
        for _ in 0..<2_000 {
            let html = Self.pieces(&generator).joined()
            let cut = Array(html.utf8.prefix(Int.random(in: 0...60, using: &generator)))
            let text = cut.withUnsafeBytes { HTMLScanner.text(of: $0, isLenient: true) }
            #expect((text?.count ?? .max) <= cut.count)
        }
    }

    @Test(arguments: ["<b", "<!--", "<style>", "<a b=\"", "&", "<", "<pre>", "</", "<p>", "<a b='c'd"])
    func readingTakesTimeInProportionToTheText(piece: String) {
        let html = String(repeating: piece, count: 200_000)
        #expect(text(html).utf8.count <= html.utf8.count)
        _ = Array(html.utf8).withUnsafeBytes { HTMLScanner.text(of: $0, isLenient: true) }
    }

    // End tags without a start are left out: here they end a line, and the parser takes no notice of them.
    private static func tree(_ generator: inout SeededGenerator, depth: Int) -> String {
        (0..<Int.random(in: 1...5, using: &generator)).map { _ in
            let inner = depth < 3 ? tree(&generator, depth: depth + 1) : words(&generator)
            let line = words(&generator)
            switch Int.random(in: 0..<10, using: &generator) {
            case 0: return "<p>\(line)</p>"
            case 1: return "<div class=a>\(inner)</div>"
            case 2: return "<ul><li>\(inner)</li>\n<li>\(line)</ul>"
            case 3: return "<table><tr><td>\(line)</td><td>\(inner)</td></tr><tr><td>\(line)</table>"
            case 4: return "<h2>\(line)</h2>"
            case 5: return "<pre>\(line)\n\(line)</pre>"
            case 6: return "<blockquote>\(inner)</blockquote>"
            default: return line
            }
        }.joined()
    }

    private static func words(_ generator: inout SeededGenerator) -> String {
        let known = [
            "word", " ", "  ", "\n", "<br>", "<br />", "<b>b</b>", "<a href=\"x?a=1&amp;b=2\"><i>c</i> </a>",
            "&amp;", "&nbsp;",
            "&#8211;", "&#150;", "<img src='x'/>", "ж", "\u{AD}", "\u{A0}", "&foo;", "&", "<!-- c -->", " < ",
            "<3", "<span>\n d</span>",
        ]
        return (0..<Int.random(in: 0...6, using: &generator)).map { _ in
            known[Int.random(in: 0..<known.count, using: &generator)]
        }.joined()
    }

    private static func pieces(_ generator: inout SeededGenerator) -> [String] {
        let known = [
            "word", " ", "  ", "\n", "<p>", "</p>", "<br>", "<br/>", "<b>", "</b>",
            "<a href=\"x?a=1&amp;b=2\">", "</a>", "&amp;",
            "&nbsp;", "&#8211;", "&#150;", "<ul>", "<li>", "</li>", "</ul>", "<td>", "</td>", "<tr>",
            "<img src='x'/>", "ж", "\u{AD}",
            "\u{A0}", "&foo;", "&", "<!-- c -->", "<h1>", "</h1>", "<div class=a>", "</div>", "<pre>",
            "</pre>", "a<b", " < ", "<3",
        ]
        return (0..<Int.random(in: 1...20, using: &generator)).map { _ in
            known[Int.random(in: 0..<known.count, using: &generator)]
        }
    }

    private func text(_ html: String) -> String {
        String(decoding: Array(html.utf8).withUnsafeBytes { HTMLText.text(of: $0) }, as: UTF8.self)
    }

    private func looksLikeHTML(_ text: String) -> Bool {
        Array(text.utf8).withUnsafeBytes { HTMLText.looksLikeHTML($0) }
    }
}
