/// What was wrong with the keys by which articles are found again, and was put right.
public struct RekeyReport: Equatable, Sendable {
    /// What became of the keys of one kind.
    public struct Keys: Equatable, Sendable {
        /// Keys that there are now.
        public internal(set) var total = 0
        /// Keys that were another one before.
        public internal(set) var changed = 0
        /// Keys that were missing.
        public internal(set) var added = 0
        /// Keys of something that the article does not have.
        public internal(set) var removed = 0

        /// How many were not as they should be.
        public var wrong: Int { changed + added + removed }
    }

    /// The keys of headlines, present and former ones.
    public internal(set) var headlines = Keys()
    /// The keys of guids.
    public internal(set) var guids = Keys()
    /// The keys of canonical links.
    public internal(set) var links = Keys()
    /// The version of the identity rule by which the keys had been made.
    public let previousVersion: Int
    /// The version by which they are made now: ``IdentityRule/version``.
    public let version: Int

    /// How many keys of all kinds were not as they should be.
    public var wrong: Int { headlines.wrong + guids.wrong + links.wrong }
}
