/// Whether a text says nothing that another one does not begin with.
enum RepeatedText {
    /// Whether `part` is the beginning of `whole`, white space and an ellipsis at its end aside.
    static func isBeginning(_ part: [UInt8], of whole: [UInt8]) -> Bool {
        var index = 0
        for byte in withoutEllipsis(part) where !byte.isBlank {
            while index < whole.count, whole[index].isBlank { index += 1 }
            guard index < whole.count, whole[index] == byte else { return false }
            index += 1
        }
        return true
    }

    private static func withoutEllipsis(_ text: [UInt8]) -> ArraySlice<UInt8> {
        var rest = text[...]
        let ends = ["[…]", "[...]", "…", "...", " "].map { Array($0.utf8) }
        while let end = ends.first(where: { rest.suffix($0.count).elementsEqual($0) }) {
            rest = rest.dropLast(end.count)
        }
        return rest
    }
}
