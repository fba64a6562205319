/// The encoding that characters are most likely to be in, by how often which of them occur in the languages of the world.
enum EncodingGuess {
    // Below this the most usual encoding is taken unless another is likelier by far.
    private static let enough = 8

    /// The likeliest encoding of bytes that are no UTF-8 and of which the first is not ASCII.
    static func guess(_ bytes: UnsafeRawBufferPointer) -> DetectedEncoding {
        var counts = [Int](repeating: 0, count: 256)
        for byte in bytes where byte >= 0x80 { counts[Int(byte)] += 1 }
        var best: (encoding: TextEncoding, likelihood: Double) = (.windows1252, -.infinity)
        for model in LetterModel.all {
            for (encoding, likelihood) in model.likelihoods(of: counts) where likelihood > best.likelihood {
                best = (encoding, likelihood)
            }
        }
        let part = UnsafeRawBufferPointer(rebasing: bytes.prefix(1 << 15))
        // The models of bytes counted more of the text than is decoded here: both are compared for the part alone.
        let share = Double(HighBytes.count(in: part)) / Double(max(1, HighBytes.count(in: bytes)))
        best.likelihood *= share
        for model in IdeographModel.all {
            guard let encoding = TextEncoding(named: model.encoding) else { continue }
            let likelihood = model.likelihood(of: part, in: encoding, isCut: part.count < bytes.count)
            if likelihood > best.likelihood { best = (encoding, likelihood) }
        }
        let isSure = counts.reduce(0, +) >= enough || best.encoding != .windows1252
        return DetectedEncoding(best.encoding, isSure ? .characterStatistics : .mostUsual)
    }
}
