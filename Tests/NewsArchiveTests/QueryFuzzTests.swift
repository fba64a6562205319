import Testing

@testable import NewsArchive

/// Whatever is typed is a query, and none is an error.
@Suite struct QueryFuzzTests {
    private static let textsPerSeed = LongTests.areWanted ? 250_000 : 1000

    @Test(arguments: [1, 2, 3, 4])
    func noTextIsAnError(seed: UInt64) async throws {
        let archive = try Archive.inMemory()
        let special = "02.03.2025, 10:00 7\nSa'ar 北京市 covid-19\nПервый straße e\u{301}\u{0}京京 of 2025\n"
        _ = try await archive.importDump(Listing.dump(Listing.records(4) + special))
        var texts = RandomText(seed: seed)
        for _ in 0..<Self.textsPerSeed {
            let (text, order) = (texts.text(), SearchOrder.allCases[texts.number(0..<4)])
            do {
                let answer = try await archive.search(text, order: order, limit: 3, countsAll: true)
                #expect(answer.results.count == min(3, Int(answer.total ?? -1)), "\(text.debugDescription)")
                if texts.number(0..<8) == 0 { _ = try await archive.histogram(of: Query(text), by: .month) }
            } catch {
                Issue.record("\(text.debugDescription): \(error)")
            }
        }
    }

    @Test(arguments: [1, 2, 3, 4])
    func aReadingIsReadAsTheSame(seed: UInt64) {
        var texts = RandomText(seed: seed + 10)
        for _ in 0..<Self.textsPerSeed {
            let text = texts.text()
            guard isPlain(text), let reading = Query(text).meaningful else {
                continue
            }
            #expect(means(Query(reading.description), reading), "\(text.debugDescription): \(reading)")
        }
    }

    @Test(arguments: ["\"-a\"", "\"a*\"", "\"OR\" b", "\"headline:a\"", "\"a)b\"", "--AND", "views:<0"])
    func aReadingOfWhatWasQuotedIsReadAsTheSame(typed: String) throws {
        let reading = try #require(Query(typed).meaningful)
        #expect(means(Query(reading.description), reading), "\(reading)")
    }

    // Marks and signs of formatting make one character with a space beside them, so that it separates nothing.
    private func isPlain(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            !$0.properties.isGraphemeExtend && $0.properties.generalCategory != .format
        }
    }

    private func means(_ one: Query, _ other: Query) -> Bool {
        PlainQuery(one)?.simple == PlainQuery(other)?.simple
    }
}

extension PlainQuery {
    /// Without double denials.
    fileprivate var simple: PlainQuery {
        switch self {
        case .not(.not(let inner)): inner.simple
        case .not(let inner): .not(inner.simple)
        case .all(let parts): .all(parts.map(\.simple))
        case .any(let parts): .any(parts.map(\.simple))
        case .phrase, .near, .since, .until, .source, .views: self
        }
    }
}
