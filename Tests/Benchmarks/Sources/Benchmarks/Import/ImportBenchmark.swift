import Foundation

/// What importing a dump takes, beside others that fill a full-text index from the same records.
struct ImportBenchmark {
    let contenders: [ImportContender]
    let results: ResultsFile
    let folder: WorkFolder
    let runs: Int

    /// Measures every size, and reports what the file of results has then.
    static func run(_ options: ImportOptions) throws -> String {
        try WorkFolder.with(options.keep) { folder in
            let maker = ContenderMaker(
                command: try NewsArchiveCommand.path(options.command), folder: folder.url)
            let results = ResultsFile(
                path: options.results ?? folder.url.appending(path: "\(UUID()).jsonl").path)
            defer { if options.results == nil { results.remove() } }
            let benchmark = ImportBenchmark(
                contenders: try maker.contenders(only: options.only), results: results, folder: folder,
                runs: options.runs ?? 5)
            for records in options.records.isEmpty ? [100_000] : options.records {
                try benchmark.measure(ImportInputs(records: records, folder: folder.url))
            }
            return try ImportReport.text(try results.runs(), chart: options.chart)
        }
    }

    private func measure(_ inputs: ImportInputs) throws {
        defer { if !folder.isKept { inputs.remove() } }
        // Rounds of earlier sessions count, or the same one would go first in each.
        let earlier = try results.rounds(of: contenders.map(\.name), records: inputs.records)
        for round in earlier..<earlier + runs {
            // Each goes first in its turn: what the one before leaves to be written back is nobody's alone.
            let shift = round % contenders.count
            for contender in contenders[shift...] + contenders[..<shift] { try measure(contender, inputs) }
        }
    }

    private func measure(_ contender: ImportContender, _ inputs: ImportInputs) throws {
        let file = MeasuredFile(path: folder.url.appending(path: "measured.sqlite").path)
        file.remove()
        defer { file.remove() }
        try time(contender.name, try contender.commands(inputs, file.path), inputs, file)
        if let again = contender.again {
            try time(again.name, try again.commands(inputs, file.path), inputs, file)
        }
    }

    private func time(
        _ name: ContenderName, _ commands: [[String]], _ inputs: ImportInputs, _ file: MeasuredFile
    ) throws {
        sync()
        let usages = try commands.map(ChildProcess.run)
        let run = ImportRun(
            contender: name, records: inputs.records, seconds: usages.map(\.seconds).reduce(0, +),
            peakBytes: usages.map(\.peakBytes).max() ?? 0, fileBytes: file.bytes)
        Notice.say("\(inputs.records) records, \(name.rawValue): \(NumberText.time(run.seconds))")
        try results.append(run)
    }
}
