import ArgumentParser
import Glibc
import NewsArchive

/// Time zones by name, as the system's library reads them from its files.
enum TimeZoneFile {
    private static let folder = "/usr/share/zoneinfo"

    /// The rule of a zone.
    ///
    /// The process takes on the zone: the system's library knows one at a time. A time that the clocks show twice is
    /// the first of the two; one that they skip is as far behind the gap as it is into it.
    ///
    /// - Throws: a `ValidationError` for a name that the system has no file of; the library would take it for UTC.
    @Sendable
    static func rule(named name: String) throws -> LocalTimeRule {
        if name == "UTC" { return .utc }
        guard isName(name), access("\(folder)/\(name)", R_OK) == 0 else {
            let hint =
                access(folder, R_OK) == 0
                ? "see \(folder) for the names" : "\(folder) is not there: install the package tzdata"
            throw ValidationError("There is no time zone \"\(name)\"; \(hint).")
        }
        setenv("TZ", name, 1)
        tzset()
        return LocalTimeRule(name: name) { time in
            let instant = instant(of: time)
            return Int((time.secondsByItsOwnClock - instant) / 60)
        }
    }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix("/") && !name.split(separator: "/").contains("..")
            && !name.hasPrefix(":")
    }

    private static func instant(of time: LocalTime) -> Int64 {
        // Summer time first: where both fit, it is the earlier one.
        for isSummer: Int32 in [1, 0] {
            var wanted = fields(of: time)
            wanted.tm_isdst = isSummer
            let instant = mktime(&wanted)
            if wanted.tm_hour == time.hour, wanted.tm_min == time.minute, wanted.tm_mday == time.day {
                return Int64(instant)
            }
        }
        var wanted = fields(of: time)
        wanted.tm_isdst = -1
        return Int64(mktime(&wanted))
    }

    private static func fields(of time: LocalTime) -> tm {
        var fields = tm()
        fields.tm_year = Int32(time.year - 1900)
        fields.tm_mon = Int32(time.month - 1)
        fields.tm_mday = Int32(time.day)
        fields.tm_hour = Int32(time.hour)
        fields.tm_min = Int32(time.minute)
        return fields
    }
}
