extension HTMLScanner {
    /// The place of some text from another on, looked for in vain once at the most.
    mutating func findOnce(_ wanted: StaticString, from start: Int) -> Int? {
        let key = UInt64(wanted.utf8Start[0]) << 8 | UInt64(wanted.utf8CodeUnitCount)
        guard !missing.contains(key) else { return nil }
        let found = find(wanted, from: start)
        if found == nil { missing.insert(key) }
        return found
    }

    /// The place of some text from another on.
    func find(_ wanted: StaticString, from start: Int) -> Int? {
        let length = wanted.utf8CodeUnitCount
        var place = start
        while place + length <= count {
            var matched = 0
            while matched < length, text[place + matched] == wanted.utf8Start[matched] { matched += 1 }
            if matched == length { return place }
            place += 1
        }
        return nil
    }

    /// The place after `</name …>`, whatever stands before it.
    func findEndTag(_ name: Range<Int>) -> Int? {
        var place = index
        while let open = find("</", from: place) {
            place = open + 2
            guard place + name.count <= count else { return nil }
            let isSame = name.enumerated().allSatisfy { text[place + $0] | 0x20 == text[$1] | 0x20 }
            if isSame { return find(">", from: place).map { $0 + 1 } ?? count }
        }
        return nil
    }
}
