/// A small picture of a text, by which texts that share most of their shingles are found without comparing all with all.
///
/// MinHash with banding (Broder, "On the resemblance and containment of documents", 1997; Indyk and Motwani, 1998): of 64
/// hash functions the least value over all shingles, four of them together in each of 16 bands. Two texts that share 80 % of
/// all their shingles have a band in common with a probability of 0.9997, 60 % 0.89, 30 % 0.12.
struct TextSketch {
    static let bandCount = 16
    private static let rows = 4

    /// One hash a band.
    let bands: [UInt32]

    /// nil for a text that is too short to tell.
    init?(_ shingles: Shingles) {
        guard shingles.wordCount >= TextAgreement.leastWords else { return nil }
        var least = [UInt32](repeating: .max, count: Self.multipliers.count)
        Self.multipliers.withUnsafeBufferPointer { multipliers in
            least.withUnsafeMutableBufferPointer { least in
                for shingle in shingles.hashes {
                    // The upper half of a product with an odd number is as good as random where the factor is mixed.
                    let mixed = shingle ^ (shingle &>> 32)
                    for place in 0..<multipliers.count {
                        let value = UInt32(truncatingIfNeeded: (mixed &* multipliers[place]) &>> 32)
                        if value < least[place] { least[place] = value }
                    }
                }
            }
        }
        bands = (0..<Self.bandCount).map { band in
            let values = least[band * Self.rows..<(band + 1) * Self.rows]
            let hash = values.reduce(UInt64(0)) { ($0 ^ UInt64($1)) &* 0x9E37_79B9_7F4A_7C15 }
            return UInt32(truncatingIfNeeded: hash &>> 32)
        }
    }

    // Odd numbers without a pattern: the steps of SplitMix64 (Steele, Lea and Flood, 2014).
    private static let multipliers: [UInt64] = (1...UInt64(bandCount * rows)).map { step in
        var mixed = step &* 0x9E37_79B9_7F4A_7C15
        mixed = (mixed ^ (mixed &>> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed &>> 27)) &* 0x94D0_49BB_1331_11EB
        return (mixed ^ (mixed &>> 31)) | 1
    }
}
