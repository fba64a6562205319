#if Feeds
    internal import CNewsArchiveXML
    internal import Synchronization

    /// Has the C parser read, and makes records of what it found.
    final class FeedReader: Sendable {
        /// What came of reading on.
        struct Step {
            /// How many of the bytes were taken.
            var taken = 0
            /// The record that is complete.
            var record: ParsedRecord?
            /// What the feed has said of itself.
            var header = DumpHeader()
        }

        private struct State: ~Copyable {
            // Nil when there was no memory for it: then nothing is found.
            let feed: OpaquePointer?
            var channel = FeedChannel()
            var first: DumpHeader?

            deinit {
                na_feed_free(feed)
            }
        }

        private let state: Mutex<State>
        private let maximumRecordBytes: Int
        private let maximumDepth: Int

        init(maximumRecordBytes: Int, maximumDepth: Int) {
            self.maximumRecordBytes = maximumRecordBytes
            self.maximumDepth = maximumDepth
            state = Mutex(State(feed: na_feed_create(maximumRecordBytes, CInt(clamping: maximumDepth))))
        }

        func read(_ bytes: UnsafeRawBufferPointer) -> Step {
            // As a number, for the C parser copies what it keeps: nothing of the bytes stays behind the lock.
            let address = UInt(bitPattern: bytes.baseAddress)
            let count = bytes.count
            return state.withLock { state in
                guard let feed = state.feed else { return Step(taken: count) }
                let taken = na_feed_read(feed, UnsafeRawPointer(bitPattern: address), count)
                return step(&state, feed, taken: taken)
            }
        }

        func finish() -> Step {
            state.withLock { state in
                guard let feed = state.feed else { return Step() }
                na_feed_finish(feed)
                return step(&state, feed, taken: 0)
            }
        }

        private func step(_ state: inout State, _ feed: OpaquePointer, taken: Int) -> Step {
            if let channel = na_feed_channel(feed)?.pointee, channel.version != state.channel.version {
                state.channel = FeedChannel(FeedRecord(channel))
            }
            if state.channel.document <= 1 { state.first = state.channel.header }
            var step = Step(taken: taken, header: state.first ?? state.channel.header)
            if let record = na_feed_completed(feed)?.pointee {
                step.record = read(FeedRecord(record), in: state.channel)
            }
            return step
        }

        private func read(_ record: FeedRecord, in channel: FeedChannel) -> ParsedRecord {
            if let reason = reason(record.raw) { return .rejected(rejected(record, reason)) }
            guard let article = FeedArticle(record, in: channel).article() else {
                return .rejected(rejected(record, .nothingToKeep))
            }
            return .article(article)
        }

        private func rejected(_ record: FeedRecord, _ reason: RejectionReason) -> RejectedRecord {
            RejectedRecord(reason: reason, place: record.place, preamble: record.preamble)
        }

        private func reason(_ record: na_feed_record) -> RejectionReason? {
            switch record.problem {
            case CInt(NA_FEED_SOUND.rawValue): nil
            case CInt(NA_FEED_NOT_UTF8.rawValue):
                .notUTF8(
                    byteOffset: Int(clamping: record.problem_offset), line: Int(clamping: record.problem_line)
                )
            case CInt(NA_FEED_TOO_DEEP.rawValue): .tooDeep(limit: maximumDepth)
            case CInt(NA_FEED_TOO_LARGE.rawValue): .tooLarge(limit: maximumRecordBytes)
            default: .malformed("is no XML that can be read; correct it")
            }
        }
    }
#endif
