import Glibc

/// How often a language uses which of the letters that are not ASCII.
struct LetterModel: Sendable {
    /// The encodings that the language is written in, with what is added to the logarithm of the likelihood: how seldom
    /// it is met.
    let encodings: [(name: String, prior: Double)]
    /// Logarithms of the probability of letters and signs.
    private let logarithms: [UInt32: Double]

    // No letter of this language, but some character; and none that is text.
    private static let foreign = log(0.0001)
    private static let control = log(0.000001)

    // Quotation marks, dashes and signs that any text may have, and that stand at the same place in most of Windows'.
    private static let signs = "“”„‘’‚«»‹›–—…•·°§№©®™€£±½¿¡\u{A0}\u{AD}"

    /// - Parameter letters: In groups parted by spaces: each group's letters are half as frequent as those of the one before.
    init(_ letters: String, _ encodings: [(name: String, prior: Double)]) {
        self.encodings = encodings
        var weights: [UInt32: Double] = [:]
        var weight = 1.0
        for letter in letters.unicodeScalars {
            if letter == " " { weight /= 2 } else { weights[letter.value] = weight }
        }
        let total = weights.values.reduce(0, +)
        var logarithms: [UInt32: Double] = [:]
        for letter in Self.signs.unicodeScalars { logarithms[letter.value] = log(0.005) }
        for (letter, weight) in weights {
            logarithms[letter] = log(0.85 * weight / total)
            guard let capital = Self.capital(letter), weights[capital] == nil else { continue }
            logarithms[capital] = log(0.07 * weight / total)
        }
        self.logarithms = logarithms
    }

    /// For each encoding the logarithm of the likelihood that a text of this language has so many of each byte.
    func likelihoods(of counts: [Int]) -> [(TextEncoding, Double)] {
        encodings.compactMap { name, prior in
            guard let (encoding, scalars) = Self.tables[name] else { return nil }
            var likelihood = prior
            for byte in 0x80...0xFF where counts[byte] > 0 {
                likelihood += Double(counts[byte]) * logarithm(scalars[byte])
            }
            return (encoding, likelihood)
        }
    }

    // Made once: each takes the time of some hundred calls of iconv.
    private static let tables: [String: (encoding: TextEncoding, scalars: [UInt32?])] = {
        var tables: [String: (encoding: TextEncoding, scalars: [UInt32?])] = [:]
        for name in Set(all.flatMap { $0.encodings.map(\.name) }) {
            guard let encoding = TextEncoding(named: name), let table = SingleByteTable(encoding) else {
                continue
            }
            tables[name] = (encoding, (UInt8.min...UInt8.max).map(table.scalar))
        }
        return tables
    }()

    private func logarithm(_ scalar: UInt32?) -> Double {
        guard let scalar, scalar >= 0xA0 else { return Self.control }
        return logarithms[scalar] ?? Self.foreign
    }

    private static func capital(_ letter: UInt32) -> UInt32? {
        let capitals = Unicode.Scalar(letter)?.properties.uppercaseMapping.unicodeScalars
        guard let capitals, capitals.count == 1, let capital = capitals.first, capital.value != letter else {
            return nil
        }
        return capital.value
    }
}
