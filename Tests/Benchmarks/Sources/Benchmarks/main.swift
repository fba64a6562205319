import Glibc

// What searches take beside plain SQL over the same file, imports beside others that fill an FTS5 index, and searches of
// whole systems beside each other: swift run -c release Benchmarks search, import, systems
do {
    if try SystemsCommand.run(CommandLine.arguments.dropFirst()) { exit(0) }
    if let report = try ImportCommand.report(CommandLine.arguments.dropFirst()) {
        print(report)
        exit(0)
    }
    guard let options = Options(CommandLine.arguments.dropFirst()) else {
        Notice.say("\(Options.usage)\n\(ImportOptions.usage)\n\(SystemsOptions.usage)")
        exit(64)
    }
    if let path = options.parsedDump {
        print(try ParseBenchmark.run(path, runs: options.runs))
        exit(0)
    }
    let reports = try await SearchBenchmark.run(options)
    print(
        try options.isJSON
            ? JSONReport.text(reports) : reports.map(MarkdownReport.text).joined(separator: "\n"))
    exit(options.isStrict && reports.contains(where: \.hasMissed) ? 1 : 0)
} catch {
    Notice.say("\(error)")
    exit(2)
}
