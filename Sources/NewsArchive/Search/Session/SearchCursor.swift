/// Where a page of results ends, so that the next one can begin behind it, also when articles were added since.
///
/// By relevance, articles that are added change the ranks of all; a page may then repeat or miss some.
public struct SearchCursor: Equatable, Sendable {
    /// The order that the page was in. In another order the cursor counts for nothing.
    let order: SearchOrder
    // Seconds since 1970, views or rank: whole numbers of that size are exact.
    let value: Double
    let id: ArticleID
}

extension SearchCursor: CustomStringConvertible {
    /// The cursor as a text that can be handed around.
    public var description: String {
        "\(order.rawValue).\(String(value.bitPattern, radix: 16)).\(id)"
    }

    /// The cursor that a text stands for.
    ///
    /// - Returns: nil for a text that is none.
    public init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let order = SearchOrder(rawValue: String(parts[0])),
            let bits = UInt64(parts[1], radix: 16), let id = Int64(parts[2])
        else { return nil }
        let value = Double(bitPattern: bits)
        // What is compared with times must be a time.
        guard value.isFinite, abs(value) < 1e15 else { return nil }
        self.init(order: order, value: value, id: ArticleID(rawValue: id))
    }
}

extension SearchCursor {
    /// Whether an article in this place comes before one in another, in this place's order.
    func precedes(_ other: SearchCursor) -> Bool {
        guard order == .oldest else { return (value, id) > (other.value, other.id) }
        // Those without a date have the lowest ids, and come last all the same.
        let (isDated, otherIsDated) = (id >= .firstDated, other.id >= .firstDated)
        guard isDated == otherIsDated else { return isDated }
        return (value, id) < (other.value, other.id)
    }
}
