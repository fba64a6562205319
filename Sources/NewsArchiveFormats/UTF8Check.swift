/// Whether bytes are UTF-8, and where they stop being it.
package enum UTF8Check {
    /// How many bytes come before the first one that is not UTF-8; nil when all are.
    package static func firstInvalidByte(_ bytes: UnsafeRawBufferPointer) -> Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.bindMemory(to: UInt8.self).span)
            return nil
        } catch {
            return error.byteOffsets.lowerBound
        }
    }
}
