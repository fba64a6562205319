import Testing

@testable import NewsArchiveFormats

struct TextDecoderTests {
    static let sentences: [(String, String)] = [
        ("windows-1252", "Grüße aus Köln: „Çà et là“ – 20 € für señor Ångström."),
        ("windows-1250", "Zażółć gęślą jaźń; příliš žluťoučký kůň."),
        ("iso-8859-2", "Łódź čeká, őszi ég."),
        ("windows-1251", "Съезд лыжников № 7 – «ура», сказал Ёжик."),
        ("iso-8859-5", "Река вышла из берегов."),
        ("koi8-r", "Трамвай едет в парк."),
        ("koi8-u", "Їжак і ґава."),
        ("cp866", "Новый мост открыт."),
        ("windows-1253", "Ο άνεμος φυσάει."),
        ("iso-8859-7", "Ένα καλό νέο."),
        ("windows-1254", "İstanbul'da ılık bir gün, çiğ düştü."),
        ("windows-1255", "שלום לכולם"),
        ("windows-1256", "صباح الخير"),
        ("windows-1257", "Šiandien gražus žiūrovas, ķēde."),
        ("windows-1258", "Trời đẹp quá"),
        ("tis-620", "วันนี้อากาศดี"),
        ("gb18030", "今天天气很好，𠀀 €。"),
        ("big5", "今天天氣很好，我們去公園。"),
        ("euc-kr", "오늘은 날씨가 좋습니다. 똠방각하"),
        ("euc-jp", "きょうは天気がいいです。カタカナ、①"),
        ("shift_jis", "表示、ソ、きょうは天気がいい。ｶﾅ"),
        ("iso-2022-jp", "きょうは ABC 天気。"),
        ("utf-7", "Grüße + 今天"),
        ("utf-8", "Æther 東京 🚲"),
        ("utf-16le", "Æther 東京 🚲"),
        ("utf-16be", "Æther 東京 🚲"),
        ("utf-32le", "Æther 東京 🚲 \u{FFFF}"),
        ("utf-32be", "Æther 東京 🚲 \u{10FFFE}"),
        ("cp037", "Café & <Bar>\n"),
    ]

    @Test(arguments: sentences, [1, 2, 3, 7, .max])
    func whatWasEncodedIsDecodedWhateverThePieces(sentence: (String, String), size: Int) throws {
        let encoding = try #require(TextEncoding(named: sentence.0))
        // Windows-1258 has its accents apart.
        let bytes = encoded(sentence.1, as: encoding.iconvName) ?? encoded(apart, as: encoding.iconvName)
        let decoder = try #require(TextDecoder(encoding))
        let text = decoded(try #require(bytes), pieces: size, by: decoder)
        #expect(String(decoding: text, as: UTF8.self) == sentence.1)
    }

    private let apart = "Trơ\u{300}i đe\u{323}p qua\u{301}"

    @Test(arguments: sentences)
    func aLongTextComesOutWhole(sentence: (String, String)) throws {
        let encoding = try #require(TextEncoding(named: sentence.0))
        guard let bytes = encoded(sentence.1, as: encoding.iconvName) else { return }
        let copies = 3000
        let whole = Array(repeatElement(bytes, count: copies).joined())
        let text = decoded(whole, pieces: 32_749, by: try #require(TextDecoder(encoding)))
        let isSame = String(decoding: text, as: UTF8.self) == String(repeating: sentence.1, count: copies)
        #expect(isSame)
    }

    private static let marked: [(String, [UInt8])] = [
        ("utf-8", [0xEF, 0xBB, 0xBF, 0x61]), ("utf-16le", [0xFF, 0xFE, 0x61, 0]),
        ("utf-16le", [0xFE, 0xFF, 0, 0x61]),
        ("utf-16be", [0xFF, 0xFE, 0x61, 0]), ("utf-32le", [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x61]),
        ("utf-32be", [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0]), ("gb18030", [0x84, 0x31, 0x95, 0x33, 0x61]),
    ]

    @Test(arguments: marked, [1, .max])
    func aByteOrderMarkIsDroppedAndSaysTheOrder(mark: (String, [UInt8]), size: Int) throws {
        let decoder = try #require(TextEncoding(named: mark.0).flatMap(TextDecoder.init))
        #expect(decoded(mark.1, pieces: size, by: decoder) == [0x61])
    }

    @Test(arguments: [1, 2, .max])
    func whatOnlyBeginsLikeAMarkIsText(size: Int) throws {
        #expect(decoded([0xEF, 0xBB], pieces: size, by: try decoder("utf-8")) == [0xEF, 0xBB])
        #expect(decoded([0xEF, 0x41], pieces: size, by: try decoder("utf-8")) == [0xEF, 0x41])
        #expect(decoded([0x84], pieces: size, by: try decoder("gb18030")) == [0xFF])
    }

    // Encoding, raw bytes, text with 0xFF for damage, raw offset of each 0xFF.
    private static let damaged: [(String, [UInt8], [UInt8], [Int])] = [
        ("iso-8859-7", [0x61, 0xAE, 0x62, 0xD2], Array("a".utf8) + [0xFF, 0x62, 0xFF], [1, 3]),
        ("shift_jis", [0x61, 0x82, 0xA0, 0xFD, 0x62], Array("aあ".utf8) + [0xFF, 0x62], [3]),
        ("euc-kr", [0x61, 0xB0, 0xA1, 0xFF, 0xFF, 0x62], Array("a가".utf8) + [0xFF, 0xFF, 0x62], [3, 4]),
        ("euc-kr", [0x61, 0xB0], [0x61, 0xFF], [1]),
        ("utf-16le", [0x61, 0, 0, 0xDC, 0x62, 0], [0x61, 0xFF, 0x62], [2]),
        ("utf-16be", [0, 0x61, 0xD8, 0, 0, 0x62], [0x61, 0xFF, 0x62], [2]),
        ("utf-16le", [0x61, 0, 0x3D, 0xD8], [0x61, 0xFF], [2]),
        ("utf-16le", [0xFF, 0xFE, 0x61, 0, 0x62], [0x61, 0xFF], [4]),
        ("utf-32le", [0x61, 0, 0, 0, 0, 0, 0x11, 0, 0x62, 0, 0, 0, 1], [0x61, 0xFF, 0x62, 0xFF], [4, 12]),
        ("utf-8", [0xEF, 0xBB, 0xBF, 0x61, 0xFF], [0x61, 0xFF], [4]),
    ]

    @Test(arguments: damaged, [1, 2, 3, .max])
    func whatCannotBeDecodedIsMarkedAndItsPlaceIsKnown(
        damage: (String, [UInt8], [UInt8], [Int]), size: Int
    ) throws {
        let decoder = try decoder(damage.0)
        let text = decoded(damage.1, pieces: size, by: decoder)
        #expect(text == damage.2)
        let places = text.indices.filter { text[$0] == 0xFF }.map(decoder.rawOffset(ofUTF8Offset:))
        #expect(places == damage.3)
    }

    @Test func onlyDamageHasAPlace() throws {
        let decoder = try decoder("iso-8859-7")
        _ = decoded([0x61, 0xC1, 0xAE], by: decoder)
        #expect((0..<6).map(decoder.rawOffset(ofUTF8Offset:)) == [nil, nil, nil, 2, nil, nil])
    }

    @Test func placesAreForgottenWhenTheRecordIsDoneWith() throws {
        let decoder = try decoder("iso-8859-7")
        _ = decoded([0xAE, 0x61, 0xAE, 0xAE], by: decoder)
        decoder.forgetDamages(beforeUTF8Offset: 1)
        #expect((0..<4).map(decoder.rawOffset(ofUTF8Offset:)) == [nil, nil, 2, 3])
    }

    @Test func placesCanBeAskedForAndForgottenWhileTextIsHandedOver() throws {
        let decoder = try decoder("iso-8859-7")
        let bytes = [UInt8](repeating: 0x61, count: 99_999) + [0xAE]
        var places: [Int?] = []
        var offset = 0
        bytes.withUnsafeBytes { bytes in
            decoder.decode(bytes) { piece in
                let damage = piece.firstIndex(of: 0xFF)
                if let damage { places.append(decoder.rawOffset(ofUTF8Offset: offset + damage)) }
                offset += piece.count
                decoder.forgetDamages(beforeUTF8Offset: offset)
            }
        }
        #expect(places == [99_999])
        #expect(decoder.rawOffset(ofUTF8Offset: 99_999) == nil)
    }

    @Test func theFirstPlacesAreRememberedOfMoreThanMemoryHolds() throws {
        let decoder = try decoder("iso-8859-7")
        let bytes: [UInt8] = Array(repeatElement([0xAE, 0x61], count: 5000).joined())
        _ = decoded(bytes, by: decoder)
        #expect(decoder.rawOffset(ofUTF8Offset: 8190) == 8190)
        #expect(decoder.rawOffset(ofUTF8Offset: 8192) == nil)
    }

    @Test func utf8IsHandedOverWithoutACopy() throws {
        let decoder = try decoder("utf-8")
        Array("text".utf8).withUnsafeBytes { bytes in
            decoder.decode(bytes) { #expect($0.baseAddress == bytes.baseAddress) }
        }
    }

    @Test func noByteOfWindows1252IsWithoutMeaning() throws {
        let text = decoded(Array(UInt8.min...UInt8.max), by: try decoder("latin1"))
        #expect(!text.contains(0xFF))
        #expect(String(decoding: text, as: UTF8.self).unicodeScalars.count == 256)
    }

    @Test(arguments: sentences.map(\.0))
    func bytesOfChanceBecomeUTF8WithMarks(label: String) throws {
        var chance = Chance(7)
        for size in [1, 13, 4096] {
            let bytes = chance.bytes(20_000)
            let decoder = try decoder(label)
            let text = decoded(bytes, pieces: size, by: decoder)
            guard label != "utf-8" else { continue }
            #expect(String(validating: text.filter { $0 != 0xFF }, as: UTF8.self) != nil, "\(label) \(size)")
            let isSame = text == decoded(bytes, by: try self.decoder(label))
            #expect(isSame, "\(label) \(size)")
        }
    }

    private func decoder(_ label: String) throws -> TextDecoder {
        try #require(TextEncoding(named: label).flatMap(TextDecoder.init))
    }
}
