/// The times that the fields of a record state.
struct FieldTimes {
    let published: [FieldValue]
    let updated: [FieldValue]
    let listed: [FieldValue]

    /// Writes them into an article: of several fields, the best that can be read.
    func add(to article: inout ParsedArticle) {
        article.updated = updated.lazy.compactMap(Self.read).first
        article.listed = listed.lazy.compactMap(Self.read).first?.utc
        if let time = publishedTime {
            article.published = time.time
            article.minutesAheadOfUTC = time.minutesAheadOfUTC
            article.origin = .stated
        } else {
            article.unreadableTime = published.lazy.compactMap(\.string).first
        }
    }

    private var publishedTime: StatedTime? {
        for (index, value) in published.enumerated() {
            guard let time = Self.read(value) else { continue }
            guard time.time.precision == .day else { return time }
            return withClock(value, others: published[..<index] + published[(index + 1)...]) ?? time
        }
        return nil
    }

    // A day and its time in two columns: "date" and "time".
    private func withClock(_ day: FieldValue, others: some Sequence<FieldValue>) -> StatedTime? {
        guard let day = day.string else { return nil }
        for other in others {
            guard let clock = other.string, clock.utf8.contains(UInt8(ascii: ":")), Self.read(other) == nil
            else {
                continue
            }
            if let time = DateReader.read("\(day) \(clock)") { return time }
        }
        return nil
    }

    private static func read(_ value: FieldValue) -> StatedTime? {
        let bytes = WhiteSpace.trimmedOfInvisibles(value.bytes(separator: []))
        return DateReader.read(bytes) ?? DateReader.readNumber(bytes)
    }
}
