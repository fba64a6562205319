/// The labels that encodings go by on the web.
enum EncodingLabels {
    /// The encoding that a label in lower case means; nil when the table has no such label.
    static func encoding(_ label: String) -> TextEncoding? { table[label] }

    private static let table: [String: TextEncoding] = {
        var table: [String: TextEncoding] = [:]
        for (name, iconvName, labels) in rows {
            let encoding = TextEncoding(name: name, iconvName: iconvName)
            table[name.lowercased()] = encoding
            for label in labels.split(separator: " ") { table[String(label)] = encoding }
        }
        return table
    }()

    // Name, iconv's name, further labels. After https://encoding.spec.whatwg.org/#names-and-labels, with what Python and
    // Java call them. Where one name covers several encodings iconv's is the widest: the standard's Shift_JIS is Windows'
    // (CP932), its EUC-KR is UHC, its Big5 has the characters of Hong Kong.
    private static let rows: [(String, String, String)] = [
        (
            "UTF-8", "UTF-8",
            "utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 u8 utf cesu-8 utf-8-sig"
        ),
        (
            "UTF-16LE", "UTF-16LE",
            "utf-16 utf16 u16 utf16le unicode csunicode unicodefeff iso-10646-ucs-2 ucs-2 ucs2"
        ),
        ("UTF-16BE", "UTF-16BE", "utf16be unicodefffe ucs-2be"),
        ("UTF-32LE", "UTF-32LE", "utf-32 utf32 u32 utf32le ucs-4le"),
        ("UTF-32BE", "UTF-32BE", "utf32be ucs-4 ucs4 iso-10646-ucs-4"),
        (
            "windows-1252", "CP1252",
            """
            ascii us-ascii us iso-ir-6 ansi-x3.4-1968 ansi_x3.4-1968 iso646-us iso-8859-1 iso8859-1 iso88591 iso_8859-1 \
            iso_8859-1:1987 iso-8859-1:1987 iso-ir-100 csisolatin1 latin1 latin-1 l1 cp819 ibm819 8859-1 cp1252 x-cp1252 \
            windows1252 win-1252 ansi
            """
        ),
        ("windows-1250", "CP1250", "cp1250 x-cp1250 windows1250 win-1250"),
        ("windows-1251", "CP1251", "cp1251 x-cp1251 windows1251 win-1251 win1251"),
        ("windows-1253", "CP1253", "cp1253 x-cp1253 windows1253 win-1253"),
        (
            "windows-1254", "CP1254",
            """
            cp1254 x-cp1254 windows1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 iso-8859-9:1989 \
            iso-ir-148 csisolatin5 latin5 latin-5 l5
            """
        ),
        ("windows-1255", "CP1255", "cp1255 x-cp1255 windows1255"),
        ("windows-1256", "CP1256", "cp1256 x-cp1256 windows1256"),
        ("windows-1257", "CP1257", "cp1257 x-cp1257 windows1257"),
        ("windows-1258", "CP1258", "cp1258 x-cp1258 windows1258"),
        (
            "windows-874", "CP874",
            "cp874 x-cp874 dos-874 tis-620 tis620 tis620-2533 iso-8859-11 iso8859-11 iso885911 iso-ir-166"
        ),
        (
            "ISO-8859-2", "ISO-8859-2",
            "iso8859-2 iso88592 iso_8859-2 iso-8859-2:1987 iso-ir-101 csisolatin2 latin2 latin-2 l2"
        ),
        (
            "ISO-8859-3", "ISO-8859-3",
            "iso8859-3 iso88593 iso_8859-3 iso-8859-3:1988 iso-ir-109 csisolatin3 latin3 latin-3 l3"
        ),
        (
            "ISO-8859-4", "ISO-8859-4",
            "iso8859-4 iso88594 iso_8859-4 iso-8859-4:1988 iso-ir-110 csisolatin4 latin4 latin-4 l4"
        ),
        (
            "ISO-8859-5", "ISO-8859-5",
            "iso8859-5 iso88595 iso_8859-5 iso-8859-5:1988 iso-ir-144 cyrillic csisolatincyrillic"
        ),
        (
            "ISO-8859-6", "ISO-8859-6",
            """
            iso8859-6 iso88596 iso_8859-6 iso-8859-6:1987 iso-8859-6-e iso-8859-6-i iso-ir-127 arabic asmo-708 \
            ecma-114 csiso88596e csiso88596i csisolatinarabic
            """
        ),
        (
            "ISO-8859-7", "ISO-8859-7",
            """
            iso8859-7 iso88597 iso_8859-7 iso-8859-7:1987 iso-ir-126 greek greek8 ecma-118 elot-928 sun-eu-greek \
            csisolatingreek
            """
        ),
        (
            "ISO-8859-8", "ISO-8859-8",
            """
            iso8859-8 iso88598 iso_8859-8 iso-8859-8:1988 iso-8859-8-e iso-8859-8-i iso-ir-138 hebrew visual logical \
            csiso88598e csiso88598i csisolatinhebrew
            """
        ),
        ("ISO-8859-10", "ISO-8859-10", "iso8859-10 iso885910 iso-ir-157 csisolatin6 latin6 l6"),
        ("ISO-8859-13", "ISO-8859-13", "iso8859-13 iso885913"),
        ("ISO-8859-14", "ISO-8859-14", "iso8859-14 iso885914"),
        ("ISO-8859-15", "ISO-8859-15", "iso8859-15 iso885915 csisolatin9 latin9 latin-9 l9"),
        ("ISO-8859-16", "ISO-8859-16", "iso8859-16 iso885916"),
        ("KOI8-R", "KOI8-R", "koi8 koi koi8r cskoi8r"),
        ("KOI8-U", "KOI8-U", "koi8u koi8-ru"),
        ("IBM866", "CP866", "866 cp866 csibm866 dos-866"),
        ("macintosh", "MACINTOSH", "mac x-mac-roman csmacintosh macroman mac-roman"),
        ("x-mac-cyrillic", "MAC-CYRILLIC", "x-mac-ukrainian mac-cyrillic"),
        (
            "GB18030", "GB18030",
            """
            gb18030-2000 gb18030-2022 gbk x-gbk gb2312 gb-2312 gb2312-80 gb-2312-80 euc-cn euccn cn-gb cp936 ms936 \
            windows-936 chinese csgb2312 csiso58gb231280 iso-ir-58
            """
        ),
        ("Big5", "BIG5-HKSCS", "big-5 big5-hkscs big5hkscs cn-big5 csbig5 x-x-big5 cp950 ms950 windows-950"),
        ("EUC-JP", "EUC-JP-MS", "eucjp x-euc-jp x-euc cseucpkdfmtjapanese ujis"),
        ("ISO-2022-JP", "ISO-2022-JP-3", "iso2022jp iso-2022-jp-1 iso-2022-jp-2 csiso2022jp jis"),
        (
            "Shift_JIS", "CP932",
            "shift-jis shiftjis sjis x-sjis ms-kanji csshiftjis windows-31j cp932 ms932 ibm943 windows-932"
        ),
        (
            "EUC-KR", "UHC",
            """
            euckr uhc cp949 ms949 windows-949 korean ksc5601 ksc-5601 ks-c-5601-1987 ks-c-5601-1989 cseuckr \
            csksc56011987 iso-ir-149
            """
        ),
        ("IBM037", "IBM037", "cp037 037 csibm037 ebcdic-cp-us ebcdic-cp-ca ebcdic-cp-nl ebcdic-cp-wt"),
    ]
}
