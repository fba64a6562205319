import Testing

@testable import NewsArchiveFormats

struct EncodingDetectorTests {
    private static let marks: [([UInt8], String, Int)] = [
        ([0xEF, 0xBB, 0xBF, 0x61], "UTF-8", 3), ([0xFF, 0xFE, 0x61, 0], "UTF-16LE", 2),
        ([0xFE, 0xFF, 0, 0x61], "UTF-16BE", 2), ([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], "UTF-32LE", 4),
        ([0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61], "UTF-32BE", 4), ([0x84, 0x31, 0x95, 0x33], "GB18030", 4),
    ]

    @Test(arguments: marks)
    func aByteOrderMarkBeatsEverything(bytes: [UInt8], name: String, length: Int) {
        let found = detect(bytes, label: "koi8-r")
        #expect(found.encoding.name == name)
        #expect(found.byteOrderMarkLength == length)
        #expect(found.reason == .byteOrderMark)
    }

    @Test(arguments: ["UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"])
    func zeroBytesTellTheWideOnes(name: String) throws {
        for text in [
            "ab", "<?xml version='1.0' encoding='utf-8'?>\n<t>東京の天気</t>", "09.10.2025, 12:21 5\nДождь\n",
        ] {
            let found = detect(try #require(encoded(text, as: name)))
            #expect(found.encoding.name == name)
            #expect(found.reason == .zeroBytes)
        }
    }

    @Test func validUTF8BeatsALabel() {
        let found = detect(
            Array("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><t>Grün</t>".utf8), label: "koi8-r")
        #expect(found == DetectedEncoding(.utf8, .validUTF8))
    }

    @Test func aCharacterCutOffByTheEndIsNoDamage() {
        #expect(detect(Array("é €".utf8.dropLast())) == DetectedEncoding(.utf8, .validUTF8))
    }

    @Test func aFewDamagedBytesLeaveItUTF8() {
        let bytes = Array(String(repeating: "été ", count: 20).utf8) + [0x96, 0x20] + Array("été".utf8)
        #expect(detect(bytes) == DetectedEncoding(.utf8, .damagedUTF8))
    }

    private static let declarations: [(String, String)] = [
        ("<?xml version='1.0' encoding='windows-1251'?>", "windows-1251"),
        ("\n junk <?xml version=\"1.0\" encoding = \"KOI8-R\" ?>", "KOI8-R"),
        ("<?xml version=\"1.0\" encoding=\"iso-8859-15\"?><a>", "ISO-8859-15"),
    ]

    @Test(arguments: declarations)
    func whatIsNoUTF8IsWhatItsDeclarationSays(declaration: String, name: String) {
        #expect(detect(Array(declaration.utf8) + [0xC4, 0xCF, 0x20]).encoding.name == name)
        #expect(detect(Array(declaration.utf8)).encoding.name == name)
    }

    @Test func theLabelThatCameWithItBeatsTheDeclaration() {
        let bytes = Array("<?xml version='1.0' encoding='iso-8859-2'?>".utf8) + [0xE9, 0x20]
        #expect(detect(bytes, label: "windows-1251").reason == .label("windows-1251"))
        #expect(detect(bytes, label: "bogus").reason == .xmlDeclaration("iso-8859-2"))
    }

    @Test(arguments: ["UTF-8", "utf-16", "bogus", "gb18030", "shift_jis"])
    func aLabelThatTheTextCannotHaveIsNotBelieved(label: String) {
        let bytes = Array("<?xml version='1.0' encoding='\(label)'?><t>".utf8) + latin + latin + [0xE9, 0x20]
        #expect(detect(bytes).encoding == .windows1252)
    }

    @Test func encodingInABodyIsNoDeclaration() {
        let bytes = Array("<?xml version='1.0'?><a encoding='koi8-r'>".utf8) + latin
        #expect(detect(bytes).encoding == .windows1252)
    }

    @Test func plainASCIIIsUTF8UnlessALabelMakesItMore() {
        #expect(detect(Array("plain".utf8)) == DetectedEncoding(.utf8, .plainASCII))
        #expect(detect([]) == DetectedEncoding(.utf8, .plainASCII))
        #expect(detect(Array("+AOk-".utf8), label: "utf-7").encoding.name == "UTF-7")
        #expect(detect(Array("plain".utf8), label: "cp037").encoding == .utf8)
    }

    @Test func escapeSequencesTellISO2022() throws {
        let bytes = try #require(encoded("今日は ABC 天気", as: "ISO-2022-JP"))
        #expect(
            detect(bytes)
                == DetectedEncoding(try #require(TextEncoding(named: "iso-2022-jp")), .escapeSequences))
    }

    @Test(arguments: ["IBM037", "IBM273", "IBM500"])
    func theDeclarationOfAMainframeIsRead(name: String) throws {
        let text = "<?xml version=\"1.0\" encoding=\"\(name)\"?><t>Æther</t>"
        #expect(detect(try #require(encoded(text, as: name))).encoding.name == name)
    }

    @Test func whatIsNotASCIIMayComeLate() throws {
        let bytes = [UInt8](repeating: 0x61, count: 3 << 20) + (try #require(encoded(russian, as: "CP1251")))
        #expect(detect(bytes).encoding.name == "windows-1251")
    }

    @Test func withLittleToGoByItIsTheMostUsual() {
        #expect(detect(Array("caf".utf8) + [0xE9]) == DetectedEncoding(.windows1252, .mostUsual))
        #expect(detect([0x93, 0x61, 0x94]).encoding == .windows1252)
    }

    static let guessed: [(String, String)] = [
        (
            "windows-1252",
            "Die Bürger möchten größere Häuser für ihre Söhne, doch der Bürgermeister hört nicht zu."
        ),
        ("windows-1252", "L’été dernier, l'équipe a gagné; le maire a été félicité à la fête du théâtre."),
        ("windows-1252", "El niño que vivía aquí cantó una canción; mañana también estará el señor Núñez."),
        ("windows-1252", "A situação não é fácil: os irmãos João e Inês estão à espera das eleições."),
        ("windows-1252", "På ön växer björkar, och åsnor går över ängen när fönstren är öppna."),
        ("windows-1252", "Smørrebrød på øen: færgen sejler både lørdag og søndag før påske."),
        ("windows-1252", "Það er kalt á Íslandi í dag, þó að sólin skíni yfir höfnina og bæinn."),
        (
            "windows-1250",
            "Wczoraj wieczorem spadł śnieg, więc dzieci budują bałwana; będzie też gorąca herbata z sokiem."
        ),
        ("windows-1250", "Příští týden přijede vlak s dětmi, které si přejí vidět žluté kvítí a řeku."),
        ("iso-8859-2", "Příští týden přijede vlak s dětmi, které si přejí vidět žluté kvítí a šneky z lesa."),
        ("windows-1250", "A hűvös őszi reggelen öt fiú ült a folyó mellett, és hűsítő levegőről álmodott."),
        (
            "windows-1254",
            "Yağmurlu bir günde çocuklar ıslak sokaklarda koşuyor, dışarıda şarkı söylüyorlardı."
        ),
        (
            "windows-1257",
            "Šiandien žmonės eina į mišką ieškoti grybų, nes lyja ir žemė šlapia, džiaugėsi ūkininkė."
        ),
        ("windows-1251", "Вчера утром дети пошли в парк, где росли старые деревья и текла река."),
        ("koi8-r", "Вчера утром дети пошли в парк, где росли старые деревья и текла река."),
        ("iso-8859-5", "Вчера утром дети пошли в парк, где росли старые деревья и текла река."),
        ("cp866", "Вчера утром дети пошли в парк, где росли старые деревья и текла река."),
        ("windows-1251", "Вранці діти пішли до лісу, щоб зібрати гриби, і їхня мати їх чекала."),
        ("koi8-u", "Вранці діти пішли до лісу, щоб зібрати гриби, і їхня мати їх чекала."),
        ("windows-1253", "Άρχισε το πρωί μια βροχή που έπεφτε στην πόλη και τα παιδιά έμειναν στο σπίτι."),
        ("iso-8859-7", "Το πρωί έπεφτε βροχή στην πόλη και τα παιδιά έμειναν σπίτι. Άλλη μέρα πάλι, Άννα."),
        ("windows-1255", "בבוקר ירד גשם בעיר והילדים נשארו בבית ושיחקו במשחקים חדשים"),
        ("windows-1256", "في الصباح نزل المطر على المدينة وبقي الأطفال في البيت"),
        ("windows-874", "เมื่อเช้านี้ฝนตกในเมือง เด็กๆ จึงอยู่ที่บ้านและเล่นเกม"),
        ("gb18030", "昨天早上下了雨，所以孩子们都在家里看书，晚上他们去了公园。"),
        ("big5", "昨天早上下了雨，所以孩子們都在家裡看書，晚上他們去了公園。"),
        ("euc-kr", "어제 아침에 비가 와서 아이들은 집에서 책을 읽었고 저녁에는 공원에 갔다."),
        ("euc-jp", "昨日の朝は雨が降ったので、子供たちは家で本を読みました。"),
        ("shift_jis", "昨日の朝は雨が降ったので、子供たちは家で本を読みました。"),
    ]

    @Test(arguments: guessed)
    func whatHasNoLabelIsToldByItsCharacters(name: String, sentence: String) throws {
        let encoding = try #require(TextEncoding(named: name))
        let bytes = try #require(encoded(sentence, as: encoding.iconvName))
        #expect(detect(bytes).encoding == encoding)
        #expect(detect(Array("<?xml version='1.0' encoding='utf-8'?><t>".utf8) + bytes).encoding == encoding)
    }

    @Test func aGuessIsTheSameWhenTheTextIsLong() throws {
        for (name, sentence) in Self.guessed {
            let encoding = try #require(TextEncoding(named: name))
            let bytes = try #require(encoded(sentence + "\n", as: encoding.iconvName))
            let long = Array(repeatElement(bytes, count: 2000).joined())
            #expect(detect(long).encoding == encoding, "\(name) \(sentence)")
        }
    }

    @Test func anyBytesHaveSomeEncoding() {
        var chance = Chance(11)
        for count in 0..<300 { _ = detect(chance.bytes(count)) }
    }

    @Test func aReasonSaysItselfInWords() {
        #expect("\(detect(Array("é".utf8)).reason)" == "valid UTF-8")
        #expect("\(detect([0xE9], label: "latin1").reason)" == "label \"latin1\"")
    }

    private let latin: [UInt8] =
        Array("Les ".utf8) + [0xE9] + Array("t".utf8) + [0xE9, 0x20] + Array("ferm".utf8) + [0xE9, 0x20]
    private let russian = "Вчера утром дети пошли в парк, где росли старые деревья."

    private func detect(_ bytes: [UInt8], label: String? = nil) -> DetectedEncoding {
        bytes.withUnsafeBytes { EncodingDetector.detect(in: $0, label: label) }
    }
}
