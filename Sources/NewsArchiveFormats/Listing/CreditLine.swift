/// The line between headline and text that says whose the pictures are: `Images | akorda.kz`, `Photo: Reuters`.
enum CreditLine {
    private static let words: Set<String> = [
        "image", "images", "photo", "photos", "photo credit", "picture", "pictures", "foto", "fotos", "bild",
        "bilder", "fotoğraf", "görsel", "фото", "фотографии", "сурет", "суреттер",
    ]

    /// Whether a first paragraph is such a line.
    ///
    /// Short, and no sentence: "Photo: how a picture changed a town." is text.
    static func matches(_ paragraph: some Collection<UInt8>) -> Bool {
        guard paragraph.count <= 120 else { return false }
        let separators = [UInt8(ascii: "|"), UInt8(ascii: ":")]
        guard let end = paragraph.firstIndex(where: { separators.contains($0) }) else { return false }
        let word = paragraph[..<end].reversed().drop(while: \.isBlank).reversed()
        guard words.contains(String(decoding: word, as: UTF8.self).lowercased()) else { return false }
        let name = paragraph[end...].dropFirst().drop(while: \.isBlank)
        guard let last = Array(name).last else { return false }
        return ![UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(last)
            && name.split(whereSeparator: \.isBlank).count <= 8
    }
}
