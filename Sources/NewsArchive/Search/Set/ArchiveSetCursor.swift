/// Where a page of results of several archives ends: the cursor of each of them.
///
/// It is of the same archives in the same order; what becomes of it when articles are added is that of ``SearchCursor``.
public struct ArchiveSetCursor: Equatable, Sendable {
    // nil for an archive of which no page has shown anything.
    let cursors: [SearchCursor?]
}

extension ArchiveSetCursor: CustomStringConvertible {
    /// The cursor as a text that can be handed around, and that nothing else can be read from. For one archive it is the
    /// text of its ``SearchCursor``.
    public var description: String {
        cursors.map { $0?.description ?? "" }.joined(separator: "~")
    }

    /// The cursor that a text stands for.
    ///
    /// - Returns: nil for a text that is none.
    public init?(_ text: String) {
        var cursors: [SearchCursor?] = []
        for part in text.split(separator: "~", omittingEmptySubsequences: false) {
            guard let cursor = SearchCursor(String(part)) else {
                guard part.isEmpty else { return nil }
                cursors.append(nil)
                continue
            }
            cursors.append(cursor)
        }
        guard cursors.contains(where: { $0 != nil }) else { return nil }
        self.init(cursors: cursors)
    }
}
