import Foundation
import Testing

@testable import NewsArchiveFormats

// Dumps that were damaged at random.
extension ListingParserTests {
    @Test(arguments: 0..<40)
    func damageNeitherStopsTheParserNorDependsOnPieces(seed: Int) throws {
        let names = Fixtures.texts(in: Fixtures.variants)
        let whole = try Fixtures.bytes(of: Fixtures.variants.appending(path: names[seed % names.count]))
        var random = Damage(seed: UInt64(seed) + 1)
        for _ in 0..<25 {
            let damaged = random.damaged(whole)
            let found = records(damaged)
            #expect(records(damaged, pieces: 7) == found)
            var end = 0
            for place in found.map(\.place) where place.byteCount > 0 {
                #expect(place.byteOffset >= 0 && place.byteOffset + place.byteCount <= damaged.count)
                end = max(end, place.byteOffset + place.byteCount)
            }
            // The last record reaches to the end: what follows it is its text.
            #expect(found.isEmpty || end == damaged.count)
        }
    }
}

/// Random damage that is the same in every run.
private struct Damage {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    // xorshift64
    private mutating func next(_ limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(max(1, limit)))
    }

    mutating func damaged(_ bytes: [UInt8]) -> [UInt8] {
        var damaged = bytes
        for _ in 0..<(1 + next(12)) where !damaged.isEmpty {
            let place = next(damaged.count)
            switch next(5) {
            case 0: damaged[place] = UInt8(next(256))
            case 1: damaged.remove(at: place)
            case 2:
                damaged.insert(contentsOf: damaged[place..<min(damaged.count, place + next(80))], at: place)
            case 3: damaged.removeSubrange(place..<min(damaged.count, place + next(80)))
            default: damaged.insert([0x0A, 0x0D, 0x00, 0xEF, 0x20][next(5)], at: place)
            }
        }
        return damaged
    }
}
