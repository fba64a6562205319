import CNewsArchiveSQLite

/// SHA-256 over bytes that arrive in pieces (FIPS 180-4).
package struct Digest: Sendable {
    private var state = na_sha256()

    package init() {
        na_sha256_begin(&state)
    }

    package mutating func add(_ bytes: UnsafeRawBufferPointer) {
        na_sha256_add(&state, bytes.baseAddress, bytes.count)
    }

    /// The 32 bytes for what was added so far. More can be added afterwards.
    package var result: [UInt8] {
        var state = state
        return [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
            if let start = buffer.baseAddress { na_sha256_result(&state, start) }
            count = 32
        }
    }
}
