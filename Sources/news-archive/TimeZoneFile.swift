import ArgumentParser
import Glibc
import NewsArchive

/// Time zones by name, as the system's library reads them from its files.
enum TimeZoneFile {
    private static let folder = "/usr/share/zoneinfo"

    /// The rule of a zone.
    ///
    /// The process takes on the zone: the system's library knows one at a time. A time that the clocks show twice is
    /// the first of the two; one that they skip is read by the clock before the gap.
    ///
    /// - Throws: a `ValidationError` for a name that the system has no file of; the library would take it for UTC.
    @Sendable
    static func rule(named name: String) throws -> LocalTimeRule {
        if name == "UTC" { return .utc }
        guard isName(name), isZone("\(folder)/\(name)") else {
            let hint =
                access(folder, R_OK) == 0
                ? "see \(folder) for the names" : "\(folder) is not there: install the package tzdata"
            throw ValidationError("There is no time zone \"\(name)\"; \(hint).")
        }
        setenv("TZ", name, 1)
        tzset()
        return LocalTimeRule(name: name) { time in offset(of: time) / 60 }
    }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && !name.hasPrefix("/") && !name.split(separator: "/").contains("..")
            && !name.hasPrefix(":") && !name.utf8.contains(0)
    }

    // The folder holds other files, too; a zone's begins so (RFC 8536, section 3.1).
    private static func isZone(_ path: String) -> Bool {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var start = [UInt8](repeating: 0, count: 4)
        return read(descriptor, &start, start.count) == 4 && start == Array("TZif".utf8)
    }

    // The clock of a day before tells how a stamp is meant, and where that clock has been changed since, the one of a
    // day after. mktime is no help: it wants to be told whether it is summer, which in Dublin is winter, and fails on
    // times that a country skipped for good.
    private static func offset(of time: LocalTime) -> Int {
        let shown = Int(time.secondsByItsOwnClock)
        let before = offset(at: shown - 86_400)
        let after = offset(at: shown + 86_400)
        if offset(at: shown - before) == before { return before }
        return offset(at: shown - after) == after ? after : before
    }

    /// Seconds by which the zone's clock was ahead of UTC at an instant.
    private static func offset(at instant: Int) -> Int {
        var instant = time_t(instant)
        var fields = tm()
        return localtime_r(&instant, &fields) == nil ? 0 : fields.tm_gmtoff
    }
}
