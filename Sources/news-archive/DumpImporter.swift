import ArgumentParser
import FoundationEssentials
import NewsArchive
import Synchronization

/// Imports the dumps that a person named, one after another, and says what became of each.
struct DumpImporter: Sendable {
    let options: ImportOptions
    let archivePath: String
    let isDryRun: Bool
    let reportsJSON: Bool
    let isQuiet: Bool

    /// Imports all of them; an unreadable one does not keep the others from it.
    ///
    /// - Returns: the exit status.
    func run(_ paths: [String]) async -> ExitCode {
        let found = DumpPaths(paths, excluding: [archivePath, options.rejectsPath].compactMap(\.self))
        for problem in found.problems { Output.error(problem) }
        var outcome = Outcome(hasFailed: !found.problems.isEmpty)
        guard !found.inputs.isEmpty else { return outcome.status }
        do {
            let archive = try openArchive()
            defer { archive.close() }
            for input in found.inputs where !outcome.wasInterrupted {
                try await importDump(input, into: archive, &outcome)
            }
        } catch {
            Output.error("\(error)")
            outcome.hasFailed = true
        }
        return outcome.status
    }

    private struct Outcome {
        var hasFailed = false
        var hasRejected = false
        var wasInterrupted = false

        var status: ExitCode {
            if wasInterrupted { return ExitCode(130) }
            if hasFailed { return ExitCode(1) }
            return hasRejected ? ExitCode(2) : .success
        }
    }

    private func openArchive() throws -> Archive {
        // A dry run changes nothing, and so makes no archive either.
        if isDryRun, !FileManager.default.fileExists(atPath: archivePath) { return try Archive.temporary() }
        return try Archive(path: archivePath)
    }

    private func importDump(
        _ input: DumpPaths.Input, into archive: Archive, _ outcome: inout Outcome
    ) async throws {
        let bar = ProgressBar(label: input.dump.name, isOn: !isQuiet)
        defer { bar.clear() }
        do {
            let report = try await archive.importDump(
                input.dump, options: options, onProgress: { bar.show($0) },
                onRejection: { rejection in bar.interrupt { Output.message(ImportText.line(for: rejection)) }
                })
            bar.clear()
            tell(report)
            outcome.hasRejected = outcome.hasRejected || report.counts.rejected > 0
            outcome.wasInterrupted = report.wasInterrupted
        } catch ArchiveError.unreadableDump(let dump, let reason) where input.isOfFolder {
            // A folder may hold other things than dumps.
            bar.clear()
            if !isQuiet { Output.message("skipped \(dump): \(reason)") }
        } catch let error as ArchiveError {
            guard case .unreadableDump = error else { throw error }
            bar.clear()
            Output.error("\(error)")
            outcome.hasFailed = true
        } catch is CancellationError {
            outcome.wasInterrupted = true
        }
    }

    private func tell(_ report: ImportReport) {
        if reportsJSON {
            Output.line(JSONText.compact(ImportJSON(report)))
        } else if !isQuiet {
            Output.line(ImportText.line(for: report, isDryRun: isDryRun))
        }
    }
}
