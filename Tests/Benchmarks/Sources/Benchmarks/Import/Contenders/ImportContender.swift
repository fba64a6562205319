/// One of several ways to fill a full-text index from the same records.
struct ImportContender {
    typealias Commands = (_ inputs: ImportInputs, _ file: String) throws -> [[String]]

    /// What follows on the file that was made, and is measured on its own.
    struct Again {
        let name: ContenderName
        let commands: Commands
    }

    let name: ContenderName
    /// The commands that make a file, one after another. Their inputs are made when they are first asked for.
    let commands: Commands
    var again: Again?
}
