/// How the text of a dump is reached: what its bytes are packed with, and how the text in them is encoded.
struct TextLayers: Equatable, Sendable {
    var packing: Packing
    var encoding: TextEncoding
    /// Bytes of a byte order mark before the text, unpacked.
    var markLength: Int

    /// Bytes of a plain UTF-8 file before its text; elsewhere places are counted in the text itself.
    var textStart: Int { encoding == .utf8 ? markLength : 0 }
}
