/// A value of JSON while it is looked for its end.
struct JSONItem {
    enum Kind {
        /// An object that is an article.
        case record
        /// What stands where such an object should.
        case other
        /// The name of a member beside the records.
        case name
        /// The text of one that says something about the feed.
        case header
        /// The value of any other.
        case skipped
    }

    let kind: Kind
    /// Where it starts in the window.
    var start: Int
    /// Where it starts in the dump.
    let place: RecordPlace
    /// Whether it is too large, and its bytes are let go.
    var isDropped = false

    /// How many bytes of it are kept.
    func limit(ofRecords limit: Int) -> Int {
        switch kind {
        case .record, .other: limit
        case .name, .header: 65_536
        case .skipped: 0
        }
    }
}
