import ArgumentParser
import NewsArchive

/// `news-archive check`.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look whether the archive is sound: file, index, ids, keys, references and texts.",
        discussion: """
            Says what is wrong, a line a problem, and what repair does about it. Changes nothing, also while another \
            process imports. The full-text index is compared in a temporary copy: $TMPDIR must have as much room as \
            the archive takes.

            Exit status: 0 if nothing is wrong; 1 if something is, or if the archive could not be looked at; 130 after \
            an interrupt.
            """)

    @OptionGroup var archive: ArchiveOptions

    @Flag(help: "Also compare each article with its index, and each dump with its records.")
    var deep = false

    @Flag(help: "Print as JSON.")
    var json = false

    @Flag(help: "Print the problems alone, and nothing when there are none.")
    var quiet = false

    func run() async throws {
        let (path, isDeep, isQuiet) = (archive.path, deep, quiet || json)
        let outcome = await Interrupt.cancelling {
            await CheckRun.result {
                let bar = PartsBar(isOn: !isQuiet)
                defer { bar.clear() }
                return try await Archive.check(path: path, deep: isDeep) { bar.show($0) }
            }
        }
        let report = try CheckRun.value(of: outcome)
        if json {
            Output.line(JSONText.pretty(CheckJSON(report)))
        } else {
            Output.text(CheckText.text(report, isQuiet: quiet))
        }
        if !report.isClean { throw ExitCode(1) }
    }
}

/// How the work of `check` and `repair` ends.
enum CheckRun {
    /// What some work gave, or its error.
    static func result<Value: Sendable>(
        _ work: @Sendable () async throws -> Value
    ) async -> Result<Value, any Error> {
        do {
            return .success(try await work())
        } catch {
            return .failure(error)
        }
    }

    /// What the work gave. Its error is told, and ends the process: 130 after an interrupt, else 1.
    static func value<Value>(of result: Result<Value, any Error>) throws -> Value {
        do {
            return try result.get()
        } catch is CancellationError {
            throw ExitCode(130)
        } catch {
            Output.error("\(error)")
            throw ExitCode(1)
        }
    }
}
