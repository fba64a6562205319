import Foundation

/// Makes the contenders that were asked for, as far as they can be had.
struct ContenderMaker {
    /// The news-archive binary.
    let command: String
    let folder: URL

    func contenders(only: [String]) throws -> [ImportContender] {
        // The second import comes with the first.
        let known = ContenderName.allCases.filter { $0 != .oursAgain }
        let names = known.filter { $0.matches(only) }
        guard !names.isEmpty else {
            let all = known.map(\.rawValue).joined(separator: "\n")
            throw BenchmarkFailure(description: "--only matches none of these contenders:\n\(all)")
        }
        let python = names.contains(where: \.isPython) ? PythonPeers.make(in: folder) : nil
        let contenders = try names.compactMap { try contender($0, python) }
        guard !contenders.isEmpty else {
            throw BenchmarkFailure(description: "there is no contender left to be measured")
        }
        return contenders
    }

    private func contender(_ name: ContenderName, _ python: PythonPeers?) throws -> ImportContender? {
        switch name {
        case .ours, .oursAgain: ours()
        case .plainC: try plainC(name)
        case .plainCOptimized: try plainC(name, "--optimize")
        case .grdb: try grdb(name)
        case .grdbTwoInserts: try grdb(name, "--two-inserts")
        case .sqliteUtils: python?.sqliteUtils()
        case .tantivyOneThread: python?.tantivy(name, threads: 1)
        case .tantivyTwoThreads: python?.tantivy(name, threads: 2)
        }
    }

    private func ours() -> ImportContender {
        let arguments = [command, "import", "--quiet", "--archive"]
        return ImportContender(
            name: .ours, commands: { [arguments + [$1, try $0.dump()]] },
            again: .init(name: .oursAgain, commands: { [arguments + [$1, try $0.dumpAgain()]] }))
    }

    private func plainC(_ name: ContenderName, _ options: String...) throws -> ImportContender {
        try built("PlainC", name, options)
    }

    private func grdb(_ name: ContenderName, _ options: String...) throws -> ImportContender {
        try built("GRDBImport", name, options)
    }

    private func built(_ program: String, _ name: ContenderName, _ options: [String]) throws
        -> ImportContender
    {
        let path = try BuiltProgram.path(program)
        return ImportContender(name: name, commands: { [[path, try $0.fields(), $1] + options] })
    }
}
