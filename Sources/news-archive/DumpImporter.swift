import ArgumentParser
import Glibc
import NewsArchive

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
            await importDumps(found.inputs, into: archive, &outcome)
            await archive.close()
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
        var foldersWithDumps: Set<String> = []

        var status: ExitCode {
            if wasInterrupted { return ExitCode(130) }
            if hasFailed { return ExitCode(1) }
            return hasRejected ? ExitCode(2) : .success
        }
    }

    private func openArchive() throws -> Archive {
        // A dry run changes nothing, and so makes no archive either, nor one of an empty file.
        if isDryRun, isEmptyOrMissing(archivePath) { return try Archive.temporary() }
        return try Archive(path: archivePath, mode: isDryRun ? .dryRun : .readWrite)
    }

    private func isEmptyOrMissing(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) != 0
            ? errno == ENOENT : status.st_size == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    private func importDumps(
        _ inputs: [DumpPaths.Input], into archive: Archive, _ outcome: inout Outcome
    ) async {
        do {
            for input in inputs where !outcome.wasInterrupted {
                try await importDump(input, into: archive, &outcome)
            }
            if !outcome.wasInterrupted { tellOfFoldersWithoutDumps(inputs, &outcome) }
        } catch {
            Output.error("\(error)")
            outcome.hasFailed = true
        }
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
            if let folder = input.folder { outcome.foldersWithDumps.insert(folder) }
        } catch ArchiveError.notADump(let dump, let reason) where input.folder != nil {
            // A folder may hold other things than dumps.
            if !isQuiet { bar.interrupt { Output.message("skipped \(dump): \(reason)") } }
        } catch let error as ArchiveError where error.isOfOneDump {
            bar.interrupt { Output.error("\(error)") }
            outcome.hasFailed = true
        } catch is CancellationError {
            outcome.wasInterrupted = true
        }
    }

    private func tellOfFoldersWithoutDumps(_ inputs: [DumpPaths.Input], _ outcome: inout Outcome) {
        for folder in Set(inputs.compactMap(\.folder)).subtracting(outcome.foldersWithDumps).sorted() {
            Output.error("\(folder) holds no dumps")
            outcome.hasFailed = true
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

extension ArchiveError {
    /// Whether the next dump can be imported all the same.
    fileprivate var isOfOneDump: Bool {
        switch self {
        case .notADump, .unreadableDump, .importInProgress, .begunWithOtherSettings: true
        default: false
        }
    }
}
