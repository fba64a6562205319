import CStockSQLite
import Foundation
import SearchProtocol
import StockSQLite

/// What searches of whole systems take, each in a process of its own, over the file that it made itself from the same records.
struct SystemsBenchmark {
    let options: SystemsOptions
    /// Ours first.
    let systems: [SearchSystem]
    let questions: QuestionSet
    let folder: URL
    /// The news-archive binary.
    let command: String

    /// Prints a table for each group as soon as it was measured.
    static func run(_ options: SystemsOptions) throws {
        let command = try NewsArchiveCommand.path(options.command)
        try WorkFolder.with(options.keep) { folder in
            let maker = SystemMaker(
                files: SystemFiles(records: options.records, folder: folder.url, command: command))
            let systems = try maker.systems(withWriters: options.groups.contains(.readers))
            Notice.say("choosing words")
            let connection = try StockConnection(path: systems[0].file) { na_register_tokenizer($0) }
            let benchmark = SystemsBenchmark(
                options: options, systems: systems, questions: try QuestionSet(connection),
                folder: folder.url, command: command)
            for group in options.groups { benchmark.print(try benchmark.report(group)) }
        }
    }

    private func report(_ group: SystemsOptions.Group) throws -> String {
        switch group {
        case .first: try firstQueries()
        case .warm: try warmQueries()
        case .mixed: try mixedQueries()
        case .readers: try readersDuringImport()
        }
    }

    private func print(_ text: String) {
        FileHandle.standardOutput.write(Data("\(text)\n".utf8))
    }

    /// Starts a system on some questions.
    func start(_ command: [String], _ questions: [SearchQuestion]) throws -> PipedProcess {
        let input = folder.appending(path: "questions-\(UUID()).txt")
        let lines = questions.map { $0.line + "\n" }.joined()
        try Data(lines.utf8).write(to: input)
        // It is open already, so that the name may go.
        defer { try? FileManager.default.removeItem(at: input) }
        return try PipedProcess(command, input: input.path)
    }

    /// Has a system answer some questions, each of which must succeed.
    func answers(of system: SearchSystem, to questions: [SearchQuestion], runs: Int) throws -> SystemAnswers {
        let output = try start(system.command(runs: runs), questions).finish()
        let answers = try SystemAnswers(output.text, to: questions, by: system.name)
        if let index = answers.answers.firstIndex(where: { $0.failure != nil }) {
            let failure = answers.answers[index].failure ?? ""
            throw BenchmarkFailure(
                description: "\(system.name) failed at \(questions[index].line): \(failure)")
        }
        return answers
    }
}
