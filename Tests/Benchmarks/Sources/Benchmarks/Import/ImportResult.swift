/// One run of a contender.
struct ImportResult {
    let contender: String
    let usage: ChildProcess.Usage
    let fileBytes: Int64
}
