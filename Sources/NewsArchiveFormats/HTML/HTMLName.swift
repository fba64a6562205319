/// Names of HTML as numbers, which compare in one step.
enum HTMLName {
    /// The first 8 bytes of a name, and its length where it has more.
    static func key(_ name: some Collection<UInt8>) -> UInt64 {
        var key: UInt64 = 0
        for byte in name.prefix(8) { key = key << 8 | UInt64(byte) }
        return name.count > 8 ? key ^ UInt64(name.count) << 57 : key
    }
}
