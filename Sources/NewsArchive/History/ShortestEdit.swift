/// Which elements of two sequences differ, by the fewest removals and additions, or nearly the fewest.
///
/// Myers' algorithm in linear space (E. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986): the middle of the
/// shortest edit is found from both ends, and what lies on either side of it is compared by itself. Two bounds keep it
/// from taking its worst, which is the product of both lengths: beyond some differences a search ends at the best place
/// that it has reached, and when all steps are spent what is left counts as replaced.
struct ShortestEdit {
    /// For how many removals and additions together a middle is sought from either end.
    static let usualReach = 1024
    /// Some tenths of a second.
    static let usualSteps = 1 << 26

    /// Which elements of the old sequence were removed.
    private(set) var isRemoved: [Bool]
    /// Which elements of the new sequence were added.
    private(set) var isAdded: [Bool]

    /// - Parameters:
    ///   - old: The elements as numbers, equal ones by equal numbers.
    ///   - new: The same of the other sequence.
    init(from old: [Int32], to new: [Int32], reach: Int = usualReach, steps: Int = usualSteps) {
        isRemoved = Array(repeating: false, count: old.count)
        isAdded = Array(repeating: false, count: new.count)
        old.withUnsafeBufferPointer { old in
            new.withUnsafeBufferPointer { new in
                var search = MiddleSearch(old, new, reach: reach, steps: steps)
                // Not by calls, which could nest deeper than the stack of a thread.
                var boxes = [EditBox(old: 0..<old.count, new: 0..<new.count)]
                while var box = boxes.popLast() {
                    box.trim(old, new)
                    if box.old.isEmpty || box.new.isEmpty {
                        replace(box)
                    } else if let middle = search.middle(of: box) {
                        boxes.append(
                            EditBox(
                                old: middle.old..<box.old.upperBound, new: middle.new..<box.new.upperBound))
                        boxes.append(
                            EditBox(
                                old: box.old.lowerBound..<middle.old, new: box.new.lowerBound..<middle.new))
                    } else {
                        replace(box)
                    }
                }
            }
        }
    }

    private mutating func replace(_ box: EditBox) {
        for index in box.old { isRemoved[index] = true }
        for index in box.new { isAdded[index] = true }
    }
}

/// Parts of two sequences that are compared with each other.
struct EditBox {
    var old: Range<Int>
    var new: Range<Int>

    /// Takes away what both begin and end with.
    fileprivate mutating func trim(_ first: UnsafeBufferPointer<Int32>, _ second: UnsafeBufferPointer<Int32>)
    {
        var (start, other) = (old.lowerBound, new.lowerBound)
        while start < old.upperBound, other < new.upperBound, first[start] == second[other] {
            start += 1
            other += 1
        }
        var (end, otherEnd) = (old.upperBound, new.upperBound)
        while end > start, otherEnd > other, first[end - 1] == second[otherEnd - 1] {
            end -= 1
            otherEnd -= 1
        }
        (old, new) = (start..<end, other..<otherEnd)
    }
}
