import Testing

@testable import NewsArchiveFormats

struct CreditLineTests {
    @Test(arguments: [
        "Images | GSA", "Photo: Ada Quill", "PHOTO : Ada Quill", "Photos|Town Gazette",
        "Photo credit: Bo Marsh / Gazette",
        "Bild: Petra Holm", "Foto | Salme Orth", "Fotoğraf: Ivo Deniz", "Görsel: Liman", "Фото: 18F",
        "ФОТО | Порт",
        "Сурет: Порт", "Суреттер | Порт", "Picture: a b c d e f g h",
    ])
    func aLineThatNamesWhoseThePicturesAreIsACredit(line: String) {
        #expect(CreditLine.matches(Array(line.utf8)))
    }

    @Test(arguments: [
        "", "Photo", "Photo:", "Photo: ", "Photo Ada Quill", "Photographer: Ada Quill",
        "The photo: Ada Quill",
        "Photo: how a picture changed a town.", "Images | really?", "Photo: wow!",
        "Picture: a b c d e f g h i",
        "Weather: rain", ": Ada", "Note | Photo: Ada",
    ])
    func anythingElseIsNone(line: String) {
        #expect(!CreditLine.matches(Array(line.utf8)))
    }

    @Test func aLongLineIsNone() {
        #expect(CreditLine.matches(Array("Photo: \(String(repeating: "x", count: 113))".utf8)))
        #expect(!CreditLine.matches(Array("Photo: \(String(repeating: "x", count: 114))".utf8)))
    }
}
