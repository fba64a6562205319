import NewsArchiveSQLite
import Testing

@testable import NewsArchive

/// What a person types must find what a careful reader would point to, in every script.
@Suite struct ScriptsTests {
    private func archive(of texts: [String]) async throws -> Archive {
        let archive = try Archive.inMemory()
        let records = texts.enumerated().map { number, text in
            "0\(number % 9 + 1).02.2025, 10:00 1\nRecord \(number)\n\(text)\n"
        }
        _ = try await archive.importDump(Listing.dump(records.joined()))
        return archive
    }

    private func finds(_ query: String, in text: String) async throws -> Bool {
        try await !archive(of: [text]).ids(query).isEmpty
    }

    @Test(arguments: [
        ("Türkiye", "turkiye"), ("Yıldızlar", "yildizlar"), ("İnşaat", "insaat"),
        ("Péter Szijjártó", "peter szijjarto"), ("Sa’ar", "Sa'ar"), ("Sa’ar", "Sa`ar"), ("Sa'ar", "saʼar"),
        ("ёлка", "елка"), ("Straße", "strasse"), ("Œuvre", "oeuvre"), ("ﬁnance", "finance"),
        ("Αθήνα", "αθηνα"), ("Οδυσσεύς", "οδυσσευσ"), ("e-mail", "e\u{2011}mail"),
        ("co\u{AD}operation", "cooperation"), ("ＡＢＣ", "abc"), ("Қазақстан", "қазақстан"),
        ("Pe\u{301}ter", "P\u{E9}ter"), ("и\u{306}од", "йод"),
    ])
    func twoSpellingsFindEachOther(first: String, second: String) async throws {
        #expect(try await finds(second, in: "Before \(first) after"))
        #expect(try await finds(first, in: "Before \(second) after"))
    }

    @Test(arguments: [
        ("在北京市", "北京"), ("在北京市", "北"), ("在北京市", "市"), ("東京都", "東京"), ("พรรคประชาชน", "ประชา"),
    ])
    func aPartOfARunWithoutSpacesIsFound(text: String, query: String) async throws {
        #expect(try await finds(query, in: text))
    }

    @Test(arguments: [
        ("мои", "мой"), ("мой", "мои"), ("іі", "її"), ("Kassymov", "Kassym"), ("Kassym", "Kassymov"),
        ("20-point", "\"point-20\""), ("京都", "東京"), ("北方の京", "北京"),
    ])
    func whatIsNotTheSameIsNotFound(text: String, query: String) async throws {
        #expect(try await !finds(query, in: "Before \(text) after"))
    }

    @Test(arguments: [
        "Kassym-Jomart", "OTS+", "Alem.AI", "U.S.", "38.101", "50%", "C++", "@nasa", "covid-19",
        "5.8 billion",
    ])
    func whatHasPunctuationIsFoundWhereItStands(text: String) async throws {
        let archive = try await archive(of: ["Before \(text) after", "Nothing of it here"])
        #expect(try await archive.ids(text).count == 1)
    }

    @Test func aPhraseGoesAcrossScripts() async throws {
        #expect(try await finds("\"北京 is\"", in: "在北京 is big"))
        #expect(try await finds("\"in 2025年\"", in: "It was in 2025年東京 then"))
    }
}
