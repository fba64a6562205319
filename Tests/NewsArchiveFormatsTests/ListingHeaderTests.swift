import Testing

@testable import NewsArchiveFormats

struct ListingHeaderTests {
    @Test(arguments: [
        ("date 2025-10-10", "2025-10-10", ""), ("date 2025-10", "2025-10", ""),
        ("date 2025-10-10 Lead of the Day", "2025-10-10", "Lead of the Day"),
        ("date 2025-10 Lead", "2025-10", "Lead"),
        ("date   2025-10-10\u{A0} Lead", "2025-10-10", "Lead"),
        ("date 2025-10-10\tLead", "2025-10-10", "Lead"),
        ("date 2025-10-10 09.10.2025, 12:21 5", "2025-10-10", "09.10.2025, 12:21 5"),
        ("date 2025-10-10 -", "2025-10-10", "-"),
    ])
    func aHeaderHasADateAndWhatFollowsIt(line: String, date: String, rest: String) throws {
        let header = try #require(ListingHeader(Array(line.utf8)))
        #expect(header.dateText == date)
        #expect(header.date?.description == date)
        #expect(String(decoding: Array(line.utf8).dropFirst(header.length), as: UTF8.self) == rest)
    }

    @Test(arguments: [5, 30, 46, 47, 48, 49, 50, 51, 200])
    func aLeadOfAnyLengthFollowsTheDate(count: Int) throws {
        let lead = String(repeating: "x", count: count)
        let header = try #require(ListingHeader(Array("date 2025-10-10 \(lead)".utf8)))
        #expect(header.length == 16)
        #expect(header.date?.description == "2025-10-10")
    }

    @Test(arguments: ["date 2025-02-30", "date 2025-13 Lead", "date 2025-00-01", "date 0000-01-01"])
    func aDateThatDoesNotExistIsKeptAsWritten(line: String) throws {
        let header = try #require(ListingHeader(Array(line.utf8)))
        #expect(header.date == nil)
        #expect(line.hasPrefix("date \(header.dateText)"))
    }

    @Test(arguments: [
        "", "d", "date", "date ", "dates 2025-10-10", "Date 2025-10-10", "date: 2025-10-10", "date2025-10-10",
        "date 2025",
        "date 2025-1-1", "date 2025-10-1", "date 2025-10-101", "date 2025-10-10Lead", "date 25-10-10",
        "date 2025-10-",
        "date 2025-10-10.", "date of the fair", "deadline 2025-10-10", "update 2025-10-10",
    ])
    func anythingElseIsNoHeader(line: String) {
        #expect(ListingHeader(Array(line.utf8)) == nil)
    }
}
