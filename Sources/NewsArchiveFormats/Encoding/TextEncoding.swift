/// The encoding that a text's bytes are in.
public struct TextEncoding: Hashable, Sendable {
    /// What it is called: as the encoding standard of the web names it ("UTF-8", "windows-1251"), or else as iconv does.
    public let name: String
    /// What iconv calls the encoding that is decoded: of several in use under one name, the one that holds the others.
    package let iconvName: String

    /// UTF-8.
    public static let utf8 = TextEncoding(name: "UTF-8", iconvName: "UTF-8")
    /// UTF-16, the low byte first.
    public static let utf16LittleEndian = TextEncoding(name: "UTF-16LE", iconvName: "UTF-16LE")
    /// UTF-16, the high byte first.
    public static let utf16BigEndian = TextEncoding(name: "UTF-16BE", iconvName: "UTF-16BE")
    /// UTF-32, the low byte first.
    public static let utf32LittleEndian = TextEncoding(name: "UTF-32LE", iconvName: "UTF-32LE")
    /// UTF-32, the high byte first.
    public static let utf32BigEndian = TextEncoding(name: "UTF-32BE", iconvName: "UTF-32BE")
    /// What browsers take for Latin 1.
    public static let windows1252 = TextEncoding(name: "windows-1252", iconvName: "CP1252")

    init(name: String, iconvName: String) {
        self.name = name
        self.iconvName = iconvName
    }

    /// The encoding that a label means: as on the web, else as iconv knows it.
    ///
    /// Case, white space and quotation marks around it do not matter, nor does `_` for `-`. As browsers do, a label of
    /// ASCII or ISO-8859-1 means windows-1252, one of GB2312 or GBK means GB18030, one of ISO-8859-9 windows-1254;
    /// "UTF-16" alone means its low byte first.
    ///
    /// - Returns: nil when nobody knows the label.
    public init?(named label: String) {
        let plain = Self.plain(label)
        if let known = EncodingLabels.encoding(plain) ?? EncodingLabels.encoding(Self.dashed(plain)) {
            self = known
            return
        }
        // iconv takes "" for the locale's, and a slash starts its options.
        guard !plain.isEmpty, plain.utf8.count <= 40, plain.utf8.allSatisfy(Self.isNameByte) else {
            return nil
        }
        guard plain != "wchar_t", plain != "internal" else { return nil }
        let name = plain.uppercased()
        guard IconvConverter(from: name) != nil else { return nil }
        self.init(name: name, iconvName: name)
    }

    /// Whether two bytes make a unit, or four do.
    package var isWide: Bool { unitWidth > 1 }

    /// How many bytes the smallest part of a text takes.
    package var unitWidth: Int {
        switch self {
        case .utf16BigEndian, .utf16LittleEndian: 2
        case .utf32BigEndian, .utf32LittleEndian: 4
        default: 1
        }
    }

    private static func plain(_ label: String) -> String {
        let bytes = label.utf8.filter { !$0.isBlank && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'") }
        return String(decoding: bytes, as: UTF8.self).lowercased()
    }

    private static func dashed(_ label: String) -> String {
        String(label.map { $0 == "_" ? "-" : $0 })
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "+"):
            true
        default: false
        }
    }
}

extension TextEncoding: CustomStringConvertible {
    /// Its name.
    public var description: String { name }
}
