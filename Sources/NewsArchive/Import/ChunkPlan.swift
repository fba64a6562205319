/// What is to be written of a chunk: its articles with their ids, and their words, which another thread indexes.
struct ChunkPlan {
    /// In the order of their ids.
    let articles: [KnownArticle]
    /// nil where the words are indexed when they are written.
    let segment: PendingSegment?
}
