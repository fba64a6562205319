import NewsArchiveFormats
import Testing

struct TextEncodingTests {
    private static let labels: [(String, String)] = [
        ("utf-8", "UTF-8"), (" UTF8 ", "UTF-8"), ("\"utf_8\"", "UTF-8"), ("ISO-8859-1", "windows-1252"),
        ("us-ascii", "windows-1252"), ("latin1", "windows-1252"), ("iso_8859-9", "windows-1254"),
        ("windows-1251", "windows-1251"), ("CP1251", "windows-1251"), ("gb2312", "GB18030"),
        ("GBK", "GB18030"),
        ("Shift_JIS", "Shift_JIS"), ("sjis", "Shift_JIS"), ("ks_c_5601-1987", "EUC-KR"), ("big5", "Big5"),
        ("koi8-r", "KOI8-R"), ("tis-620", "windows-874"), ("utf_16", "UTF-16LE"), ("u16", "UTF-16LE"),
        ("UTF-32BE", "UTF-32BE"), ("cp037", "IBM037"), ("utf-7", "UTF-7"), ("cp850", "CP850"),
    ]

    @Test(arguments: labels)
    func aLabelMeansWhatItMeansOnTheWeb(label: String, name: String) {
        #expect(TextEncoding(named: label)?.name == name)
    }

    @Test(arguments: ["", " ", "bogus", "utf-8//IGNORE", "../x", "wchar_t", "x-user-defined", "utf-8\0"])
    func whatNobodyKnowsIsNoLabel(label: String) {
        #expect(TextEncoding(named: label) == nil)
    }

    @Test func everyEncodingOfTheTableCanBeDecoded() {
        let names =
            [
                "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "windows-874", "KOI8-R", "KOI8-U",
                "IBM866",
            ]
            + (1250...1258).map { "windows-\($0)" }
            + ([2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16].map { "iso-8859-\($0)" })
            + [
                "macintosh", "x-mac-cyrillic", "GB18030", "Big5", "EUC-JP", "ISO-2022-JP", "Shift_JIS",
                "EUC-KR", "IBM037",
            ]
        for name in names {
            let encoding = TextEncoding(named: name)
            #expect(encoding?.name.lowercased() == name.lowercased())
            #expect(encoding.flatMap(TextDecoder.init) != nil, "\(name)")
        }
    }
}
