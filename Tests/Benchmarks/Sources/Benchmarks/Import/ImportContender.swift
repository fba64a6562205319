/// One of several commands that fill a full-text index from the same records.
struct ImportContender {
    let name: String
    /// The command that makes the file at a path.
    let arguments: (_ file: String) -> [String]

    /// - Parameters:
    ///   - command: the news-archive binary.
    ///   - plain: the PlainC binary.
    static func all(_ inputs: ImportInputs, command: String, plain: String) -> [ImportContender] {
        [
            ImportContender(name: ours) { [command, "import", "--quiet", "--archive", $0, inputs.dump] },
            ImportContender(name: plainC) { [plain, inputs.fields, $0] },
            ImportContender(name: plainCOptimized) { [plain, inputs.fields, $0, "--optimize"] },
        ]
    }

    static let ours = "news-archive import"
    static let oursAgain = "the same records again"
    static let plainC = "plain C"
    static let plainCOptimized = "plain C, optimize"
}
