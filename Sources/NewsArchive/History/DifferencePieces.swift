/// Two texts as what they share and what was put in its place, one after the other.
struct DifferencePieces {
    /// A part of both texts: equal in both, or changed.
    struct Piece: Equatable {
        var isKept: Bool
        /// Where it stands in the old text, as bytes; empty where something was added.
        var old: Range<Int>
        /// The same of the new text.
        var new: Range<Int>
        /// How many words are in it, in the text that has more of them there.
        var words: Int
    }

    /// The longest part between two changes that may count as changed with them, in words.
    private static let longestFolded = 2

    private let old: TextUnits
    private let new: TextUnits
    private(set) var pieces: [Piece] = []

    init(_ old: TextUnits, _ new: TextUnits, reach: Int, steps: Int) {
        (self.old, self.new) = (old, new)
        let numbers = UnitNumbers(old, new)
        let edit = ShortestEdit(from: numbers.old, to: numbers.new, reach: reach, steps: steps)
        collect(edit)
        fold()
        trim()
    }

    private mutating func collect(_ edit: ShortestEdit) {
        var (i, j) = (0, 0)
        while i < old.units.count || j < new.units.count {
            let (firstOld, firstNew) = (i, j)
            while i < old.units.count, edit.isRemoved[i] { i += 1 }
            while j < new.units.count, edit.isAdded[j] { j += 1 }
            if i > firstOld || j > firstNew {
                let words = max(old.words(firstOld..<i), new.words(firstNew..<j))
                append(
                    Piece(
                        isKept: false, old: old.range(firstOld..<i), new: new.range(firstNew..<j),
                        words: words))
            }
            guard i < old.units.count, j < new.units.count else { continue }
            keep(old.units[i], new.units[j])
            i += 1
            j += 1
        }
    }

    // White space is not compared with its word, but a text must be given back with its own.
    private mutating func keep(_ first: TextUnits.Unit, _ second: TextUnits.Unit) {
        let (oldWord, newWord) = (
            Int(first.start)..<Int(first.endOfWord), Int(second.start)..<Int(second.endOfWord)
        )
        let (oldSpace, newSpace) = (
            Int(first.endOfWord)..<Int(first.end), Int(second.endOfWord)..<Int(second.end)
        )
        append(Piece(isKept: true, old: oldWord, new: newWord, words: first.isWord ? 1 : 0))
        let isSame = old.bytes[oldSpace] == new.bytes[newSpace]
        append(Piece(isKept: isSame, old: oldSpace, new: newSpace, words: 0))
    }

    private mutating func append(_ piece: Piece) {
        guard !piece.old.isEmpty || !piece.new.isEmpty else { return }
        if let last = pieces.last, last.isKept == piece.isKept {
            pieces[pieces.count - 1] = last.joined(with: piece)
        } else {
            pieces.append(piece)
        }
    }

    /// Counts the odd word that stays between two longer changes as changed: else a sentence that was written anew would be
    /// a mixture of both.
    private mutating func fold() {
        let all = pieces
        pieces = []
        for (index, piece) in all.enumerated() {
            var piece = piece
            if piece.isKept, index > 0, index + 1 < all.count, let before = pieces.last {
                let isShort = piece.words <= min(Self.longestFolded, before.words, all[index + 1].words)
                // White space alone is changed between two words that both were kept.
                let isBetweenWords = before.words > 0 && all[index + 1].words > 0
                if isShort && isBetweenWords { piece.isKept = false }
            }
            append(piece)
        }
    }

    /// Gives what a change has before and behind it on both sides to what is kept: mostly the white space.
    private mutating func trim() {
        let all = pieces
        pieces = []
        for piece in all {
            guard !piece.isKept, !piece.old.isEmpty, !piece.new.isEmpty else {
                append(piece)
                continue
            }
            let space = sharedSpace(piece)
            append(
                Piece(
                    isKept: false, old: piece.old.lowerBound..<piece.old.upperBound - space,
                    new: piece.new.lowerBound..<piece.new.upperBound - space, words: piece.words))
            append(
                Piece(
                    isKept: true, old: piece.old.upperBound - space..<piece.old.upperBound,
                    new: piece.new.upperBound - space..<piece.new.upperBound, words: 0))
        }
    }

    private func sharedSpace(_ piece: Piece) -> Int {
        let pairs = zip(old.bytes[piece.old].reversed(), new.bytes[piece.new].reversed())
        let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
        return pairs.prefix { $0 == $1 && isSpace($0) }.count
    }
}

extension DifferencePieces.Piece {
    fileprivate func joined(with next: Self) -> Self {
        Self(
            isKept: isKept, old: old.lowerBound..<next.old.upperBound,
            new: new.lowerBound..<next.new.upperBound,
            words: words + next.words)
    }
}

extension TextUnits {
    fileprivate func words(_ range: Range<Int>) -> Int { units[range].count { $0.isWord } }
}

/// The units of two texts as numbers, equal ones by equal numbers.
private struct UnitNumbers {
    private(set) var old: [Int32] = []
    private(set) var new: [Int32] = []

    init(_ old: TextUnits, _ new: TextUnits) {
        var numbers: [ArraySlice<UInt8>: Int32] = [:]
        func numbered(_ text: TextUnits) -> [Int32] {
            text.units.indices.map { unit in
                let word = text.word(unit)
                if let known = numbers[word] { return known }
                let number = Int32(numbers.count)
                numbers[word] = number
                return number
            }
        }
        self.old = numbered(old)
        self.new = numbered(new)
    }
}
