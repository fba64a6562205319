import NewsArchiveSQLite
import Testing

@testable import NewsArchive

/// Histograms and facets, against counting one by one.
@Suite struct CountsTests {
    private func days(_ archive: Archive) async throws -> [String: Int64] {
        var days: [String: Int64] = [:]
        for id in try await archive.articleIDs() {
            guard let local = try await archive.article(id)?.published?.local,
                let day = LocalTime(year: local.year, month: local.month, day: local.day)
            else { continue }
            days["\(day)", default: 0] += 1
        }
        return days
    }

    private func check(_ archive: Archive) async throws {
        let expected = try await days(archive)
        let found = try await archive.histogram(by: .day)
        #expect(Dictionary(uniqueKeysWithValues: found.map { ("\($0.start)", $0.count) }) == expected)
        #expect(found.map(\.start.secondsByItsOwnClock) == found.map(\.start.secondsByItsOwnClock).sorted())
        for unit in [HistogramUnit.month, .year] {
            let total = try await archive.histogram(by: unit).reduce(0) { $0 + $1.count }
            #expect(total == expected.values.reduce(0, +))
        }
    }

    private let edges = """
        31.12.1969, 23:59
        Before the epoch
        01.01.1970, 00:00
        At the epoch
        01.01.0001, 00:00
        The first of all
        31.12.9999, 23:59
        The last of all
        29.02.2024, 00:30
        A leap day
        01.03.2024, 00:30
        The day after
        29.02.2024
        A date alone

        """

    @Test func daysAreExactFromIDs() async throws {
        let archive = try Archive.inMemory()
        _ = try await archive.importDump(Listing.dump(edges + Listing.records(50)))
        try await check(archive)
        #expect(try await archive.histogram(of: Query("ferry"), by: .month).map(\.count) == [50])
    }

    @Test(arguments: [-300, 300, 840])
    func daysAreThoseOfTheStampsClock(minutes: Int) async throws {
        let archive = try Archive.inMemory()
        let rule = LocalTimeRule(name: "somewhere") { _ in minutes }
        _ = try await archive.importDump(Listing.dump(edges), options: ImportOptions(localTime: rule))
        try await check(archive)
    }

    @Test func daysAreExactWhereMinutesSpilledOverMidnight() async throws {
        let archive = try Archive.inMemory()
        let crowd = (0..<2100).map { "01.02.2025, 23:59\nFerry \($0) of the crowd\n" }.joined()
        _ = try await archive.importDump(Listing.dump(crowd))
        #expect(try await archive.histogram(by: .day).map(\.count) == [2100])
    }

    @Test func aSourceCountsWhatItListed() async throws {
        let archive = try Archive.inMemory()
        for (number, source) in [(3, "gazette"), (2, "courier"), (4, nil)] {
            _ = try await archive.importDump(
                Listing.dump(Listing.records(number), name: "\(number)"),
                options: ImportOptions(source: source))
        }
        let counts = try await archive.sources()
        #expect(counts.map(\.source) == [nil, "gazette", "courier"])
        #expect(counts.map(\.count) == [4, 3, 2])
        #expect(try await archive.sources(of: Query("\"number 2\"")).map(\.count) == [1, 1])
        #expect(try await archive.sources(of: Query("***")).isEmpty)
    }
}
