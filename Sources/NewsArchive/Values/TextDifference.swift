/// What became of one text in another one, word by word.
///
/// ```swift
/// for run in TextDifference(from: "two boats leave", to: "three boats leave").runs where run.kind != .kept {
///     print(run.kind, run.text)
/// }
/// ```
/// Words are compared with words and punctuation marks with punctuation marks; in scripts that are written without spaces
/// each character is compared by itself. A word or two that stayed between changes of more words count as changed with them,
/// so that a sentence that was written anew is not a mixture of both.
///
/// Time and memory are bounded: where two texts have very little in common, or where either is longer than any article, parts of
/// them count as replaced that a longer search would find in both. What the runs say is true of the texts all the same.
public struct TextDifference: Equatable, Sendable {
    /// What became of a part of the old text.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// It is in both texts.
        case kept
        /// It is in the old text alone.
        case removed
        /// It is in the new text alone.
        case added
    }

    /// A part of one of the texts, or of both.
    public struct Run: Equatable, Sendable {
        /// What became of it.
        public let kind: Kind
        /// The part as it stands there, with its white space.
        public let text: String
    }

    /// The parts in order; where one was replaced by another, the removed one first.
    ///
    /// The kept and removed ones joined are the old text to the byte; the kept and added ones are the new one.
    public let runs: [Run]

    /// What became of one text in another one.
    public init(from old: String, to new: String) {
        self.init(from: ParsedText(old), to: ParsedText(new))
    }

    /// What became of one text in another one.
    public init(from old: ParsedText, to new: ParsedText) {
        self.init(from: old, to: new, reach: ShortestEdit.usualReach, steps: ShortestEdit.usualSteps)
    }

    init(from old: ParsedText, to new: ParsedText, reach: Int, steps: Int) {
        guard old != new else {
            runs = old.isEmpty ? [] : [Run(kind: .kept, text: old.string)]
            return
        }
        let (old, new) = (TextUnits(old.utf8), TextUnits(new.utf8))
        runs = DifferencePieces(old, new, reach: reach, steps: steps).pieces.flatMap { piece in
            let before = Run(kind: piece.isKept ? .kept : .removed, text: old.text(piece.old))
            let after = Run(kind: .added, text: new.text(piece.new))
            return (piece.isKept ? [before] : [before, after]).filter { !$0.text.isEmpty }
        }
    }

    /// Whether the texts differ.
    public var isChange: Bool { runs.contains { $0.kind != .kept } }
}

extension TextUnits {
    fileprivate func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
