/// What a compaction did.
public struct CompactionReport: Equatable, Sendable {
    /// The path of what was compacted: the archive, or its compact copy.
    public let path: String
    /// The size of the archive before, in bytes.
    public let bytesBefore: Int64
    /// The size of what was compacted, in bytes.
    public let bytesAfter: Int64
    /// How long it took, in seconds.
    public let seconds: Double
}
