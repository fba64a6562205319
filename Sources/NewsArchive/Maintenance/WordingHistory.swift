/// The wordings that an article had, as its sightings state them one after the other.
///
/// A sighting that says no more than the present wording shows that; one that says the same and more completes it, for all
/// that show it. One that says something else begins another wording, which keeps the parts that it is silent about.
struct WordingHistory {
    private var wordings: [Wording]
    private var current = 0
    // A wording that became equal to another one is that one.
    private var mergedInto: [Int: Int] = [:]

    init(_ first: Wording) {
        wordings = [first]
    }

    var present: Wording { wordings[current] }

    func wording(at place: Int) -> Wording {
        var place = place
        while let next = mergedInto[place] { place = next }
        return wordings[place]
    }

    /// Takes in what the next sighting states, and returns the place of the wording that it shows.
    mutating func add(_ stated: Wording) -> Int {
        switch present.relation(of: stated) {
        case .same: break
        case .completing:
            let completed = present.completed(from: stated)
            if let equal = place(of: completed) { mergedInto[equal] = current }
            wordings[current] = completed
        case .other:
            let next = stated.completed(from: present)
            if let known = place(of: next) {
                current = known
            } else {
                current = wordings.count
                wordings.append(next)
            }
        }
        return current
    }

    private func place(of wording: Wording) -> Int? {
        wordings.indices.first { mergedInto[$0] == nil && wordings[$0] == wording }
    }
}
