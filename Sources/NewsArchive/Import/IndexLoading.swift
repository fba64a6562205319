/// From which sizes on the words of a dump are loaded in another way than those of a few articles; smaller in tests.
struct IndexLoading: Sendable {
    /// A dump of so many bytes is loaded without merging: 32 MiB, two chunks.
    var largeDump = 32 << 20
    /// Bytes of new texts in a chunk of such a dump that are worth a segment of their own: 1 MiB.
    var leastSegment = 1 << 20
}
