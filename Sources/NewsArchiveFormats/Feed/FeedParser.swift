#if Feeds
    /// Reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, and CDF, also where they are broken, and several in one
    /// dump.
    ///
    /// Memory holds one record, of at most ``ListingParser/maximumRecordBytes`` bytes. A copy reads on where
    /// the original
    /// stopped, so use one of them only.
    public struct FeedParser: DumpParser {
        /// Elements that stand within more others are not followed: their record is rejected.
        public static let maximumDepth = 256

        private let reader: FeedReader
        /// What the feed has said about itself so far; of several feeds in one dump, what the first says.
        public private(set) var header = DumpHeader()

        /// A parser at the start of a dump.
        public init() {
            self.init(maximumRecordBytes: ListingParser.maximumRecordBytes)
        }

        init(maximumRecordBytes: Int, maximumDepth: Int = Self.maximumDepth) {
            reader = FeedReader(maximumRecordBytes: maximumRecordBytes, maximumDepth: maximumDepth)
        }

        /// The format of a feed by its first bytes; nil for other XML, for pages, and for what is no markup.
        static func recognizes(_ start: UnsafeRawBufferPointer) -> DumpFormat? {
            FeedRecognition.format(of: start)
        }

        /// Takes the next piece of the dump and hands over the records that it completes.
        public mutating func parse(
            _ bytes: UnsafeRawBufferPointer, emit: (ParsedRecord) throws -> Void
        ) rethrows {
            var rest = bytes
            while true {
                let step = reader.read(rest)
                header = step.header
                rest = UnsafeRawBufferPointer(rebasing: rest[step.taken...])
                if let record = step.record {
                    try emit(record)
                } else if rest.isEmpty {
                    return
                }
            }
        }

        /// Says that the dump has ended, and hands over the records that were still open.
        public mutating func finish(emit: (ParsedRecord) throws -> Void) rethrows {
            while true {
                let step = reader.finish()
                header = step.header
                guard let record = step.record else { return }
                try emit(record)
            }
        }
    }
#endif
