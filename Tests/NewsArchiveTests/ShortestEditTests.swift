import Testing

@testable import NewsArchive

@Suite struct ShortestEditTests {
    /// The fewest removals and additions, by a table of all pairs of places.
    private func fewest(_ old: [Int32], _ new: [Int32]) -> Int {
        var row = Array(0...new.count)
        for (i, element) in old.enumerated() {
            var next = [i + 1]
            for (j, other) in new.enumerated() {
                next.append(element == other ? row[j] : 1 + min(row[j + 1], next[j]))
            }
            row = next
        }
        return row[new.count]
    }

    private func kept(_ elements: [Int32], _ isChanged: [Bool]) -> [Int32] {
        zip(elements, isChanged).filter { !$1 }.map(\.0)
    }

    private func sequence(_ random: inout SeededGenerator) -> [Int32] {
        let count = Int.random(in: 0...24, using: &random)
        return (0..<count).map { _ in Int32.random(in: 0...4, using: &random) }
    }

    @Test func whatIsKeptIsTheSameOnBothSides() {
        var random = SeededGenerator(seed: 1)
        for round in 0..<2000 {
            let (old, new) = (sequence(&random), sequence(&random))
            let edit = ShortestEdit(from: old, to: new, reach: 1 + round % 5, steps: round % 90)
            #expect(kept(old, edit.isRemoved) == kept(new, edit.isAdded))
        }
    }

    @Test func nothingIsShorter() {
        var random = SeededGenerator(seed: 2)
        for _ in 0..<2000 {
            let (old, new) = (sequence(&random), sequence(&random))
            let edit = ShortestEdit(from: old, to: new)
            let count = edit.isRemoved.count { $0 } + edit.isAdded.count { $0 }
            #expect(count == fewest(old, new), "\(old) \(new)")
            #expect(kept(old, edit.isRemoved) == kept(new, edit.isAdded))
        }
    }

    @Test func beyondItsReachItStillFindsWhatIsNear() {
        let shared = (0..<50).map { Int32($0) }
        let old = (1000..<1040).map { Int32($0) } + shared + [7]
        let new = (2000..<2040).map { Int32($0) } + shared + [8]
        let edit = ShortestEdit(from: old, to: new, reach: 20)
        #expect(kept(old, edit.isRemoved) == kept(new, edit.isAdded))
        let whole = ShortestEdit(from: old, to: new)
        #expect(kept(old, whole.isRemoved) == shared)
    }

    @Test func withoutStepsAllBetweenTheEndsIsReplaced() {
        let edit = ShortestEdit(from: [1, 2, 3, 9], to: [1, 3, 4, 9], steps: 0)
        #expect(edit.isRemoved == [false, true, true, false])
        #expect(edit.isAdded == [false, true, true, false])
    }

    @Test func nothingIsComparedWithNothing() {
        let edit = ShortestEdit(from: [], to: [])
        #expect(edit.isRemoved.isEmpty && edit.isAdded.isEmpty)
        #expect(ShortestEdit(from: [1], to: []).isRemoved == [true])
    }
}
