/// Makes the systems that are measured, as far as they can be had.
struct SystemMaker {
    let files: SystemFiles

    /// - Parameter withWriters: whether their files are to be written to while they are read.
    func systems(withWriters: Bool) throws -> [SearchSystem] {
        let (ours, plain) = (try files.ours(), try files.plain())
        let ourWriter = withWriters ? try self.ourWriter() : nil
        let plainWriter = withWriters ? try self.plainWriter() : nil
        let program = [try BuiltProgram.path("OurSearch")]
        var systems = [
            SearchSystem(name: SearchSystem.ours, program: program, file: ours, writer: ourWriter),
            SearchSystem(
                name: SearchSystem.oursIDs, program: program, file: ours, options: ["--ids"],
                writer: ourWriter),
            SearchSystem(
                name: "plain FTS5", program: [try BuiltProgram.path("PlainSearch")], file: plain,
                writer: plainWriter),
            SearchSystem(
                name: "GRDB", program: [try BuiltProgram.path("GRDBSearch")], file: plain, writer: plainWriter
            ),
        ]
        if let python = PythonPeers.make(in: files.folder) {
            systems.append(
                SearchSystem(
                    name: "tantivy", program: python.tantivySearch(), file: try files.tantivy(python)))
        }
        return systems
    }

    private func ourWriter() throws -> SearchSystem.Writer {
        let (command, dump) = (files.command, try files.otherDump())
        return .init { [command, "import", "--quiet", "--archive", $0, dump] }
    }

    private func plainWriter() throws -> SearchSystem.Writer {
        let (program, fields) = (try BuiltProgram.path("PlainC"), try files.otherFields())
        return .init { [program, fields, $0, "--append"] }
    }
}
