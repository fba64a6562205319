/// What is done to the bytes of an archive.
enum Harm: String {
    /// Some bytes get other values.
    case bytes
    /// Pages change places, are emptied or copied, or the end of the file is cut off.
    case pages

    private static let pageSize = 4096

    /// The bytes after the harm of a seed.
    func done(to archive: [UInt8], seed: UInt64) -> [UInt8] {
        var numbers = SeededNumbers(seed: seed)
        var bytes = archive
        switch self {
        case .bytes: Self.change(&bytes, &numbers)
        case .pages: Self.shuffle(&bytes, &numbers)
        }
        return bytes
    }

    private static func change(_ bytes: inout [UInt8], _ numbers: inout SeededNumbers) {
        let count = Bool.random(using: &numbers) ? 1 : Int.random(in: 2...64, using: &numbers)
        // A quarter of them in one page, where they meet: headers of pages, the schema, one row.
        let isNarrow = Int.random(in: 0..<4, using: &numbers) == 0
        let page = Int.random(in: 0..<bytes.count / pageSize, using: &numbers)
        let range = isNarrow ? page * pageSize..<(page + 1) * pageSize : 0..<bytes.count
        for _ in 0..<count {
            let place = Int.random(in: range, using: &numbers)
            // Single bits, the ends of the range, and anything.
            switch Int.random(in: 0..<3, using: &numbers) {
            case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
            case 1: bytes[place] = Bool.random(using: &numbers) ? 0 : 0xFF
            default: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
            }
        }
    }

    private static func shuffle(_ bytes: inout [UInt8], _ numbers: inout SeededNumbers) {
        for _ in 0..<Int.random(in: 1...3, using: &numbers) {
            let pages = bytes.count / pageSize
            guard pages > 0 else { return }
            let one = Int.random(in: 0..<pages, using: &numbers)
            let other = Int.random(in: 0..<pages, using: &numbers)
            let kept = page(one, of: bytes)
            switch Int.random(in: 0..<5, using: &numbers) {
            case 0, 1:
                put(page(other, of: bytes), at: one, &bytes)
                put(kept, at: other, &bytes)
            case 2: put(kept, at: other, &bytes)
            case 3: put([UInt8](repeating: 0, count: pageSize), at: one, &bytes)
            default: bytes.removeLast(Int.random(in: 0..<bytes.count, using: &numbers))
            }
        }
    }

    private static func page(_ number: Int, of bytes: [UInt8]) -> [UInt8] {
        Array(bytes[number * pageSize..<(number + 1) * pageSize])
    }

    private static func put(_ page: [UInt8], at number: Int, _ bytes: inout [UInt8]) {
        bytes.replaceSubrange(number * pageSize..<(number + 1) * pageSize, with: page)
    }
}
