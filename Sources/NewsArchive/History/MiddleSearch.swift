/// Finds where the shortest edit of a box passes its middle.
struct MiddleSearch {
    private let old: UnsafeBufferPointer<Int32>
    private let new: UnsafeBufferPointer<Int32>
    private let reach: Int
    private var steps: Int
    // How far each diagonal was followed from the start, and from the end; diagonal k is at k + center.
    private var forward: [Int]
    private var backward: [Int]
    private let center: Int

    private static let unreached = -1

    /// - Parameters:
    ///   - reach: For how many removals and additions together to search from either end.
    ///   - steps: How many comparisons all searches may take.
    init(_ old: UnsafeBufferPointer<Int32>, _ new: UnsafeBufferPointer<Int32>, reach: Int, steps: Int) {
        (self.old, self.new, self.steps) = (old, new, steps)
        self.reach = max(1, min(reach, old.count + new.count))
        center = self.reach + 1
        forward = Array(repeating: Self.unreached, count: 2 * center + 1)
        backward = forward
    }

    /// A place that the edit passes, neither the start nor the end of the box; nil when the steps are spent.
    ///
    /// The box is not empty on either side, and begins and ends with elements that differ.
    mutating func middle(of box: EditBox) -> (old: Int, new: Int)? {
        let (n, m) = (box.old.count, box.new.count)
        let delta = n - m
        let depths = min(reach, (n + m + 1) / 2)
        forget(depths)
        for depth in 0...depths {
            for k in stride(from: -depth, through: depth, by: 2) {
                let x = follow(k, depth, box, fromEnd: false)
                forward[center + k] = x
                // Paths of an odd length meet here, paths of an even length below.
                if delta & 1 != 0, meets(x, k, backward, depth, box) { return place(x, x - k, box) }
            }
            for k in stride(from: -depth, through: depth, by: 2) {
                let x = follow(k, depth, box, fromEnd: true)
                backward[center + k] = x
                if delta & 1 == 0, meets(x, k, forward, depth, box) { return place(n - x, m - (x - k), box) }
            }
            if steps <= 0 { return nil }
        }
        return furthest(depths, box)
    }

    private mutating func forget(_ depths: Int) {
        for index in center - depths - 1...center + depths + 1 {
            forward[index] = Self.unreached
            backward[index] = Self.unreached
        }
    }

    /// How far a diagonal leads with so many edits: one more edit than its neighbours had, then all that is equal.
    ///
    /// That may be beyond the box: such a place is none, but what it leads on to must not be taken for nearer than it is.
    private mutating func follow(_ k: Int, _ depth: Int, _ box: EditBox, fromEnd: Bool) -> Int {
        let (n, m) = (box.old.count, box.new.count)
        let above = fromEnd ? backward[center + k + 1] : forward[center + k + 1]
        let below = fromEnd ? backward[center + k - 1] : forward[center + k - 1]
        var x = depth == 0 ? 0 : Self.unreached
        if above >= 0 { x = above }
        if below >= 0 { x = max(x, below + 1) }
        guard x >= 0 else { return Self.unreached }
        let start = x
        if fromEnd {
            let (lastOld, lastNew) = (box.old.upperBound - 1, box.new.upperBound - 1)
            while x < n, x - k < m, old[lastOld - x] == new[lastNew - (x - k)] { x += 1 }
        } else {
            let (firstOld, firstNew) = (box.old.lowerBound, box.new.lowerBound)
            while x < n, x - k < m, old[firstOld + x] == new[firstNew + (x - k)] { x += 1 }
        }
        steps -= 1 + x - start
        return x
    }

    /// Whether the other search came as far on the same diagonal, within the box.
    private func meets(_ x: Int, _ k: Int, _ others: [Int], _ depth: Int, _ box: EditBox) -> Bool {
        let facing = box.old.count - box.new.count - k
        // What is further away was left there by another box.
        guard abs(facing) <= depth, isInside(x, k, box) else { return false }
        let other = others[center + facing]
        return isInside(other, facing, box) && x + other >= box.old.count
    }

    private func isInside(_ x: Int, _ k: Int, _ box: EditBox) -> Bool {
        x >= 0 && x <= box.old.count && x - k >= 0 && x - k <= box.new.count
    }

    private func place(_ x: Int, _ y: Int, _ box: EditBox) -> (old: Int, new: Int)? {
        // A box that is not made smaller would be sought for ever.
        guard x + y > 0, x + y < box.old.count + box.new.count else { return nil }
        return (box.old.lowerBound + x, box.new.lowerBound + y)
    }

    /// The place that is furthest from the start, when the searches did not meet.
    private func furthest(_ depths: Int, _ box: EditBox) -> (old: Int, new: Int)? {
        var best = (x: 0, y: 0)
        for k in -depths...depths {
            let x = forward[center + k]
            if isInside(x, k, box), 2 * x - k > best.x + best.y { best = (x, x - k) }
        }
        return place(best.x, best.y, box)
    }
}
