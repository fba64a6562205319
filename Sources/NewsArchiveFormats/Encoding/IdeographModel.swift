import Glibc

/// How often a language of East Asia uses which characters.
struct IdeographModel: Sendable {
    /// The name of the encoding that the language is written in.
    let encoding: String
    /// Its most frequent characters, which are about half of any text.
    private let frequent: Set<UInt32>
    /// The range that the most of the others are of.
    private let usual: ClosedRange<UInt32>

    init(_ encoding: String, frequent: String, usual: ClosedRange<UInt32>) {
        self.encoding = encoding
        self.frequent = Set(frequent.unicodeScalars.map(\.value))
        self.usual = usual
    }

    /// The logarithm of the likelihood that a text of this language reads so.
    func likelihood(of bytes: UnsafeRawBufferPointer, in encoding: TextEncoding, isCut: Bool) -> Double {
        guard let decoder = TextDecoder(encoding) else { return -.infinity }
        var text: [UInt8] = []
        decoder.decode(bytes) { text += $0 }
        if !isCut { decoder.finish { text += $0 } }
        var likelihood = -4.0
        var rest = text[...]
        while let byte = rest.first {
            guard byte != DecodedText.damage else {
                likelihood -= 25
                rest = rest.dropFirst()
                continue
            }
            let run = rest.prefix { $0 != DecodedText.damage }
            for scalar in String(decoding: run, as: UTF8.self).unicodeScalars where scalar.value >= 0x80 {
                likelihood += logarithm(scalar.value)
            }
            rest = rest[run.endIndex...]
        }
        return likelihood
    }

    private func logarithm(_ scalar: UInt32) -> Double {
        if frequent.contains(scalar) { return log(0.5 / Double(frequent.count)) }
        if usual.contains(scalar) { return log(0.4 / 4000) }
        return switch scalar {
        case 0x3000...0x3002, 0x3008...0x3011, 0xFF01...0xFF5E, 0x2010...0x2026, 0xB7: log(0.01)
        case 0x4E00...0x9FFF: log(0.1 / 4000)
        case 0xFF61...0xFF9F: log(0.001)
        case 0xA0...0x451, 0x2190...0x266F, 0x30FB: log(0.0003)
        default: log(0.0000001)
        }
    }

    /// The languages that are told apart.
    static let all: [IdeographModel] = [
        IdeographModel(
            "GB18030",
            frequent: """
                的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学\
                法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天\
                政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情
                """, usual: 0x4E00...0x9FFF),
        IdeographModel(
            "Big5",
            frequent: """
                的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學\
                法所民得經十三之進著等部度家電力裡如水化高自二理起小物現實加量都兩體制機當使點從業本去把性好應開它合還因由其些然前外天\
                政四日那社義事平形相全表間樣與關各重新線內數正心反你明看原又麼利比或但質氣第向道命此變條只沒結解問意建月公無系軍很情台
                """, usual: 0x4E00...0x9FFF),
        IdeographModel(
            "EUC-KR",
            frequent: """
                이다는에의을가고하로은한지도를기사서어자대리과인해으시나있수정일제들그부보아연스전장상구성라원만비조주공오세안여동무신년회\
                유장국경선화것적마우소게면니까와등중물방모실학용관위습문재간았었했된내미계당거여차단치업트프말심입개체강생분민발속더행금월
                """, usual: 0xAC00...0xD7A3),
        IdeographModel("EUC-JP", frequent: kana, usual: 0x4E00...0x9FFF),
        IdeographModel("Shift_JIS", frequent: kana, usual: 0x4E00...0x9FFF),
    ]

    private static let kana = """
        のにはをたがでてとしれさいるなもかっりこらすまそくよきつめおうどえあだじわけみせ日年一大人本国会中出時ンスルトーイアリクラ\
        ドシロジレマタコテカフグキバデプパサメニムウチオ
        """
}
