/// The days on which lists were taken, as they are stored. Most records of a dump have the same one.
struct ListedDays {
    private var latest: (time: LocalTime, text: String)?

    /// A day, a month or a minute as ISO 8601 writes it.
    mutating func text(of time: LocalTime?) -> String? {
        guard let time else { return nil }
        if let latest, latest.time == time { return latest.text }
        let text = time.description
        latest = (time, text)
        return text
    }
}
