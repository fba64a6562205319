@testable import NewsArchive

extension PublicationTime {
    /// The instant that a time is whose zone nobody says.
    init(_ time: LocalTime, origin: ParsedArticle.TimeOrigin, rule: LocalTimeRule) {
        self.init(StatedTime(time), origin: origin, rule: rule)
    }
}
