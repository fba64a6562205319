extension SingleByteTable {
    func decode(_ bytes: UnsafeRawBufferPointer, rawOffset: Int, into text: inout DecodedText)
        -> DecodingEngine.Step
    {
        var position = 0
        while position < bytes.count, text.room.count >= 4 {
            let part = UnsafeRawBufferPointer(rebasing: bytes[position...].prefix(text.room.count / 4))
            let (read, written) = decode(part, to: text.room)
            position += read
            text.fill(written)
            guard read < part.count else { continue }
            guard text.damage(rawOffset: rawOffset + position, width: 1) else { break }
            position += 1
        }
        return DecodingEngine.Step(read: position)
    }

    // The output has four bytes for each of the input, so that each step may store four at once, which is faster than
    // storing as many as the character has.
    private func decode(
        _ bytes: UnsafeRawBufferPointer, to output: UnsafeMutableRawBufferPointer
    ) -> (read: Int, written: Int) {
        entries.withUnsafeBufferPointer { entries in
            var written = 0
            for position in 0..<bytes.count {
                let entry = entries[Int(bytes[position])]
                guard entry != 0 else { return (position, written) }
                let four = UInt32(truncatingIfNeeded: entry).littleEndian
                output.storeBytes(of: four, toByteOffset: written, as: UInt32.self)
                written += Int(entry >> 32)
            }
            return (bytes.count, written)
        }
    }
}
