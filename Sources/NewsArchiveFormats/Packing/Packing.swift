/// What a dump's file is packed with.
public enum Packing: String, Hashable, Sendable, CaseIterable {
    /// Nothing.
    case none
    /// gzip: one member, or several one after the other.
    case gzip
    /// Zstandard: one frame, or several one after the other.
    case zstd
    /// A ZIP archive: its files are dumps.
    case zip

    /// How many bytes of a file ``detect(in:)`` wants to see.
    public static let detectionLength = 4

    /// Finds out the packing from the first bytes, never from a file's name.
    public static func detect(in start: UnsafeRawBufferPointer) -> Packing {
        let first = Array(start.prefix(detectionLength))
        if first.starts(with: [0x1F, 0x8B]) { return .gzip }
        guard first.count == detectionLength else { return .none }
        switch (first[0], first[1], first[2], first[3]) {
        case (0x28, 0xB5, 0x2F, 0xFD), (0x50...0x5F, 0x2A, 0x4D, 0x18): return .zstd
        case (0x50, 0x4B, 0x03, 0x04), (0x50, 0x4B, 0x05, 0x06): return .zip
        default: return .none
        }
    }

    /// Whether this build can unpack it: with the trait `Compression` all, without it none.
    public var isSupported: Bool {
        #if Compression
            true
        #else
            self == .none
        #endif
    }
}
