/// A system whose searches are measured, over a file that it made itself.
struct SearchSystem {
    /// What can fill its file while it is read.
    struct Writer {
        /// The command that adds another dump to the file at a path.
        let arguments: (_ file: String) -> [String]
    }

    let name: String
    /// The command that answers: FILE RUNS SECONDS follow, as ContenderSession says.
    let program: [String]
    let file: String
    var options: [String] = []
    /// nil where none is measured.
    var writer: Writer?

    func command(runs: Int, seconds: Int = 0, file: String? = nil) -> [String] {
        program + [file ?? self.file, String(runs), String(seconds)] + options
    }

    /// What all are compared with.
    static let ours = "ours"
    /// The same without a look at what is in the articles.
    static let oursIDs = "ours, ids"
}
