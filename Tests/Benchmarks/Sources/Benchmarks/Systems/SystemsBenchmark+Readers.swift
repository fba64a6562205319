import Foundation
import SearchProtocol
import StockSQLite

extension SystemsBenchmark {
    private static let readers = 8

    /// Eight processes that ask mixed questions at once, alone and while another one imports.
    func readersDuringImport() throws -> String {
        var rows: [[String]] = []
        for system in systems {
            Notice.say("reading \(system.name) by \(Self.readers) processes")
            rows += try withCopy(of: system) { file in try readerRows(system, file) }
        }
        let header = [
            "system", "meanwhile", "queries a second", "p50", "p95", "p99", "longest", "errors",
            "import went on",
        ]
        let heading = "## \(Self.readers) readers at once, \(questions.articles) articles\n\n"
        return heading + "\(Self.readersLegend)\n\n" + MarkdownTable.text([header] + rows)
    }

    private static let readersLegend = """
        Processes that ask mixed questions for the same time, each its own. Nobody waits for a lock: one that is met is an
        error. The file is held open all the while, as by a service. GRDB is read while PlainC fills its file. "Import went on":
        whether it outlasted the readers.
        """

    private func readerRows(_ system: SearchSystem, _ file: String) throws -> [[String]] {
        var rows = [[system.name, "nothing"] + cells(try read(system, file)) + [""]]
        guard let writer = system.writer else { return rows }
        let background = try BackgroundProcess(writer.arguments(file))
        let times = Result { try read(system, file) }
        let wentOn = try background.stop()
        rows.append([system.name, "import"] + cells(try times.get()) + [wentOn ? "yes" : "no"])
        return rows
    }

    private func read(_ system: SearchSystem, _ file: String) throws -> ReadersTimes {
        let asked = (0..<Self.readers).map { questions.mixed.questions(2000, seed: UInt64(10 + $0)) }
        let command = system.command(runs: 1, seconds: options.seconds, file: file)
        let processes = try asked.map { try start(command, $0) }
        var times = ReadersTimes(seconds: options.seconds)
        for (process, questions) in zip(processes, asked) {
            times.add(try SystemAnswers(try process.finish().text, to: questions, by: system.name))
        }
        if let failure = times.failure { Notice.say("\(system.name): \(failure)") }
        return times
    }

    private func cells(_ times: ReadersTimes) -> [String] {
        [times.queriesPerSecond] + SystemText.quantiles(times.timing) + [String(times.failures)]
    }

    // What is written to must stay as it was for the next time.
    private func withCopy<Result>(of system: SearchSystem, _ work: (String) throws -> Result) throws -> Result
    {
        guard system.writer != nil else { return try work(system.file) }
        let copy = folder.appending(path: "written.sqlite").path
        let remove = {
            for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: copy + suffix) }
        }
        remove()
        defer { remove() }
        try FileManager.default.copyItem(atPath: system.file, toPath: copy)
        // The first that opens a file in write-ahead mode, and the last that closes it, lock it for a moment. That is to be
        // neither a reader nor the import.
        let connection = try StockConnection(path: copy)
        try connection.execute("SELECT name FROM sqlite_schema LIMIT 1")
        return try withExtendedLifetime(connection) { try work(copy) }
    }
}
