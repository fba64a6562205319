/// What a backup did.
public struct BackupReport: Equatable, Sendable {
    /// The copy's path, as it was given.
    public let path: String
    /// The size of the copy in bytes.
    public let bytes: Int64
    /// How many articles it has.
    public let articles: Int64
    /// How long it took, in seconds, the check included.
    public let seconds: Double
}

/// How far a backup has come.
public struct BackupProgress: Equatable, Sendable {
    /// Bytes that are copied.
    public let bytes: Int
    /// Bytes of the whole archive.
    public let totalBytes: Int
    /// Whether all is copied, and the copy is being checked.
    public let isChecking: Bool

    /// So many bytes of so many.
    public init(bytes: Int, totalBytes: Int, isChecking: Bool) {
        self.bytes = bytes
        self.totalBytes = totalBytes
        self.isChecking = isChecking
    }
}
