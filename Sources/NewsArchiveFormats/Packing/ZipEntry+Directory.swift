extension ZipEntry {
    /// Reads an entry of the directory, its signature left out; nil when it is not all there.
    init?(_ reader: inout LittleEndianReader, shift: Int) {
        guard reader.take(4) != nil, let flags = reader.integer(bytes: 2),
            let method = reader.integer(bytes: 2),
            reader.take(4) != nil, let checksum = reader.number(bytes: 4),
            let packedCount = reader.integer(bytes: 4), let count = reader.integer(bytes: 4),
            let nameCount = reader.integer(bytes: 2), let extraCount = reader.integer(bytes: 2),
            let commentCount = reader.integer(bytes: 2), reader.take(8) != nil,
            let offset = reader.integer(bytes: 4),
            let name = reader.take(nameCount), let extra = reader.take(extraCount),
            reader.take(commentCount) != nil,
            let large = Self.large([count, packedCount, offset], extra)
        else { return nil }
        let (place, isTooFar) = large[2].addingReportingOverflow(shift)
        guard !isTooFar, place <= Int.max - Self.headerLength else { return nil }
        self.name = Self.text(name, isUTF8: flags & 0x800 != 0)
        self.count = large[0]
        self.packedCount = large[1]
        self.offset = place
        self.method = method
        self.checksum = UInt32(truncatingIfNeeded: checksum)
        isEncrypted = flags & 1 != 0
    }

    /// The numbers, each that is too large for its place taken from the extra field of ZIP64; nil when it has them not.
    private static func large(_ numbers: [Int], _ extra: ArraySlice<UInt8>) -> [Int]? {
        guard numbers.contains(0xFFFF_FFFF) else { return numbers }
        var fields = LittleEndianReader(extra)
        while let kind = fields.integer(bytes: 2), let count = fields.integer(bytes: 2),
            let field = fields.take(count)
        {
            guard kind == 1 else { continue }
            var reader = LittleEndianReader(field)
            var large: [Int] = []
            for number in numbers {
                guard number == 0xFFFF_FFFF else {
                    large.append(number)
                    continue
                }
                guard let larger = reader.integer(bytes: 8) else { return nil }
                large.append(larger)
            }
            return large
        }
        return numbers
    }

    // Without the flag it should be cp437, but macOS writes UTF-8 without it, and chance makes no UTF-8.
    private static func text(_ bytes: ArraySlice<UInt8>, isUTF8: Bool) -> String {
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        guard !isUTF8, let decoder = TextEncoding(named: "cp437").flatMap(TextDecoder.init) else {
            return String(decoding: bytes, as: UTF8.self)
        }
        var text: [UInt8] = []
        Array(bytes).withUnsafeBytes { decoder.decode($0) { text += $0 } }
        decoder.finish { text += $0 }
        return String(decoding: text, as: UTF8.self)
    }
}
