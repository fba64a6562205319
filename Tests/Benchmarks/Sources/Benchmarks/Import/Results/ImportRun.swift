/// One run of a contender.
struct ImportRun: Codable {
    let contender: ContenderName
    let records: Int
    let seconds: Double
    /// The most memory that one of its processes held at once.
    let peakBytes: Int64
    let fileBytes: Int64
}
