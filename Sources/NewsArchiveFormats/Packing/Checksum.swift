#if Compression
    import CNewsArchivePacking
#endif

/// The checksum of ZIP.
enum Checksum {
    /// The CRC-32 of bytes that follow others with the given one; without the trait `Compression` always 0.
    static func crc32(of bytes: UnsafeRawBufferPointer, after checksum: UInt32) -> UInt32 {
        #if Compression
            na_crc32(checksum, bytes.baseAddress, bytes.count)
        #else
            0
        #endif
    }
}
