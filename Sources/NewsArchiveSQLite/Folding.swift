import CNewsArchiveSQLite

/// What is left of a text when case, width, accents, punctuation and white space do not count.
package enum Folding {
    /// The folded words of a text, one space between them.
    ///
    /// - Parameter splitsIdeographs: whether each character of a script written without spaces is a word by itself.
    package static func fold(_ text: [UInt8], splitsIdeographs: Bool = false) -> [UInt8] {
        text.withUnsafeBufferPointer { fold($0, splitsIdeographs: splitsIdeographs) }
    }

    /// The folded words of a text, one space between them.
    package static func fold(_ text: String) -> [UInt8] {
        var text = text
        return text.withUTF8 { fold($0, splitsIdeographs: false) }
    }

    private static func fold(_ text: UnsafeBufferPointer<UInt8>, splitsIdeographs: Bool) -> [UInt8] {
        let split: Int32 = splitsIdeographs ? 1 : 0
        // Most text shrinks or stays; a ligature of Arabic may become 18 characters.
        let room = text.count * 2 + 64
        var needed = 0
        let folded = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            needed = na_fold(text.baseAddress, text.count, split, buffer.baseAddress, room)
            count = min(needed, room)
        }
        guard needed > room else { return folded }
        return [UInt8](unsafeUninitializedCapacity: needed) { buffer, count in
            count = na_fold(text.baseAddress, text.count, split, buffer.baseAddress, needed)
        }
    }
}
