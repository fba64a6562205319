import Glibc

/// A contender's whole run: it opens a file, answers the questions at standard input, and prints what each took.
///
/// The first line is "opened" and nanoseconds. Then there is a line a question: "found", how many, and the nanoseconds of
/// every run; "impossible"; "failed" and why; or "unasked", where there was no time left. Fields are parted by tabs.
package enum ContenderSession {
    /// Runs the contender that `open` gives, and ends the process.
    package static func run(_ open: (String) async throws -> some SearchContender) async -> Never {
        guard let arguments = ContenderArguments(CommandLine.arguments) else {
            stop("usage: CONTENDER FILE RUNS SECONDS < QUESTIONS", status: 64)
        }
        var times = questions().map(QuestionTimes.init)
        let clock = ContinuousClock()
        let start = clock.now
        do {
            let contender = try await open(arguments.file)
            let opened = clock.now - start
            await ask(contender, &times, arguments)
            print(
                (["opened\t\(Int64(opened / .nanoseconds(1)))"] + times.map(\.line)).joined(separator: "\n"))
        } catch {
            stop("\(arguments.file) cannot be opened: \(error)", status: 1)
        }
        exit(0)
    }

    private static func questions() -> [SearchQuestion] {
        var questions: [SearchQuestion] = []
        while let line = readLine() {
            guard let question = SearchQuestion(line: line) else { stop("no question: \(line)", status: 64) }
            questions.append(question)
        }
        return questions
    }

    private static func ask(
        _ contender: some SearchContender, _ times: inout [QuestionTimes], _ arguments: ContenderArguments
    ) async {
        guard arguments.seconds > 0, !times.isEmpty else {
            for index in times.indices { await ask(contender, &times[index], runs: arguments.runs) }
            return
        }
        let end = ContinuousClock.now + .seconds(arguments.seconds)
        var index = 0
        while ContinuousClock.now < end {
            await times[index].ask(contender)
            index = (index + 1) % times.count
        }
    }

    // One that has taken ten seconds in all runs no more.
    private static func ask(_ contender: some SearchContender, _ times: inout QuestionTimes, runs: Int) async
    {
        for _ in 0..<runs where times.total < .seconds(10) { await times.ask(contender) }
    }

    private static func stop(_ message: String, status: Int32) -> Never {
        let bytes = Array("\(message)\n".utf8)
        _ = write(2, bytes, bytes.count)
        exit(status)
    }
}
