import Testing

@testable import NewsArchive

@Suite struct ListedDaysTests {
    @Test func eachTimeIsWrittenAsISO8601WhateverCameBefore() {
        var days = ListedDays()
        let month = LocalTime(year: 2025, month: 10)
        let day = LocalTime(year: 2025, month: 10, day: 1)
        let texts = [day, day, nil, month, day].map { days.text(of: $0) }
        #expect(texts == ["2025-10-01", "2025-10-01", nil, "2025-10", "2025-10-01"])
    }
}
