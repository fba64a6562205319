/// Which bytes mean themselves in a text, whatever stands around them: a table for ``LineWriter``.
struct PlainBytes: Sendable {
    static let all = PlainBytes()

    /// 256 answers, kept for as long as the program runs; an array would be counted in and out for every
    /// text.
    nonisolated(unsafe) let table: UnsafePointer<Bool>

    private init() {
        let table = UnsafeMutablePointer<Bool>.allocate(capacity: 256)
        for byte in 0..<256 {
            // With the latter four, white space and invisible characters begin.
            let isDoubtful = byte <= 0x20 || [0x26, 0x3C, 0xC2, 0xE2, 0xE3, 0xEF].contains(byte)
            (table + byte).initialize(to: !isDoubtful)
        }
        self.table = UnsafePointer(table)
    }
}
