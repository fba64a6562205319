import Glibc

// What searches take, beside plain SQL over the same file: swift run -c release Benchmarks search
guard let options = Options(CommandLine.arguments.dropFirst()) else {
    Notice.say(Options.usage)
    exit(64)
}

do {
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
