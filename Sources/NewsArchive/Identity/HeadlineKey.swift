import NewsArchiveFormats
import NewsArchiveSQLite

/// What is left of a headline when nothing counts that changes between two listings of the same article.
///
/// Case, width, white space, quotes and dashes, zero-width characters, accents, punctuation and glued repeats do not
/// count. A headline that has nothing else ("???") is its own key.
struct HeadlineKey: Hashable, Sendable {
    let folded: [UInt8]
    /// The 64-bit FNV-1a hash of the folded headline, as it is stored. Equal hashes do not prove equal keys.
    let hash: Int64

    init(_ headline: String) {
        let folded = HeadlineRepair.unglued(Folding.fold(headline))
        self.folded = folded.isEmpty ? Array(headline.utf8) : folded
        hash = Int64(bitPattern: FNV1a.hash(self.folded))
    }

    static func == (first: HeadlineKey, second: HeadlineKey) -> Bool {
        first.hash == second.hash
            && first.folded.withUnsafeBytes { first in
                second.folded.withUnsafeBytes { ByteComparison.areEqual(first, $0) }
            }
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(hash)
    }
}

/// The hash function of stored keys: 64-bit FNV-1a (draft-eastlake-fnv, section 2).
enum FNV1a {
    static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
}
