import Testing

@testable import NewsArchiveFormats

struct FeedRecognitionTests {
    @Test(
        arguments: [
            ("<rss version=\"2.0\">", .rss), ("\n <?xml version='1.0'?>\n<!-- x <html> -->\n<rss>", .rss),
            ("<rdf:RDF xmlns:rdf='x'>", .rdf), ("<feed xmlns=\"http://www.w3.org/2005/Atom\">", .atom),
            ("<atom:feed>", .atom), ("<!DOCTYPE rss PUBLIC \"x\" \"y\"><rss>", .rss),
            ("Warning: x\n<br />\n<rss>", .rss),
            ("<RSS>", .rss), ("<CHANNEL HREF='x'>", .rss), ("<item><title>", .rss), ("<entry>", .atom),
        ] as [(String, DumpFormat)])
    func aFeedIsKnownByItsFirstElement(text: String, format: DumpFormat) {
        #expect(recognized(text) == format)
    }

    @Test(arguments: [
        "<!DOCTYPE html><html><body><rss>", "<html><head><link rel='alternate' type='application/rss+xml'>",
        "<opml version='2.0'>",
        "<svg/>", "<?xml version='1.0'?><urlset><url/></urlset>", "", "no markup", "a < b", "<", "<!--",
        "<?xml", "< rss>",
    ])
    func otherTextIsNoFeed(text: String) {
        #expect(recognized(text) == nil)
    }

    @Test func aBuildWithoutTheTraitSaysSo() {
        #if Feeds
            #expect(FeedRecognition.detection(of: .atom) == .format(.atom))
            #expect(DumpFormat.atom.makeParser() is FeedParser)
        #else
            #expect(
                FeedRecognition.detection(of: .atom)
                    == .unknown("it is an XML feed, and this build has no trait Feeds"))
            #expect(DumpFormat.atom.makeParser() == nil)
        #endif
    }

    private func recognized(_ text: String) -> DumpFormat? {
        Array(text.utf8).withUnsafeBytes { FeedRecognition.format(of: $0) }
    }
}
