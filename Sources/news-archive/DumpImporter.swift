import ArgumentParser
import Glibc
import NewsArchive

/// Imports the dumps that a person named, one after another, and says what became of each.
struct DumpImporter: Sendable {
    let options: ImportOptions
    let archivePath: String
    let waitSeconds: Double
    let isDryRun: Bool
    let reportsJSON: Bool
    let isQuiet: Bool

    /// Imports all of them; an unreadable one does not keep the others from it.
    ///
    /// - Returns: the exit status.
    func run(_ paths: [String]) async -> ExitCode {
        let found = DumpPaths(
            paths, archive: archivePath, excluding: [options.rejectsPath].compactMap(\.self))
        for problem in found.problems { Output.error(problem) }
        var outcome = Outcome(hasFailed: !found.problems.isEmpty)
        guard !found.inputs.isEmpty else { return outcome.status }
        do {
            let archive = try openArchive()
            outcome.hasTable = found.inputs.count > Self.mostLines
            await importDumps(found.inputs, into: archive, &outcome)
            await archive.close()
        } catch {
            Output.error("\(error)")
            outcome.hasFailed = true
        }
        return outcome.status
    }

    /// With more dumps than this, what became of them is a table.
    private static let mostLines = 20

    private struct Outcome {
        var table = ImportTable()
        /// Whether what became of the dumps is told at the end.
        var hasTable = false
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
        return try Archive(path: archivePath, mode: isDryRun ? .dryRun : .readWrite, waitSeconds: waitSeconds)
    }

    private func isEmptyOrMissing(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) != 0
            ? errno == ENOENT : status.st_size == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    private func importDumps(
        _ inputs: [DumpPaths.Input], into archive: Archive, _ outcome: inout Outcome
    ) async {
        let bar = ProgressBar(isOn: !isQuiet)
        defer { bar.clear() }
        let clock = ContinuousClock()
        let start = clock.now
        do {
            let plan = await ImportPlan(inputs, options)
            if Task.isCancelled { outcome.wasInterrupted = true }
            for (index, step) in plan.steps.enumerated() where !outcome.wasInterrupted {
                let label =
                    plan.steps.count > 1
                    ? "\(index + 1) of \(plan.steps.count): \(step.input.dump.name)" : step.input.dump.name
                bar.begin(label, bytesBefore: step.bytesBefore, totalBytes: plan.totalBytes)
                try await importDump(step.input, into: archive, bar, &outcome)
            }
            if !outcome.wasInterrupted { tellOfFoldersWithoutDumps(inputs, &outcome) }
        } catch {
            Output.error("\(error)")
            outcome.hasFailed = true
        }
        bar.clear()
        tell(outcome, seconds: (clock.now - start) / .seconds(1))
    }

    private func importDump(
        _ input: DumpPaths.Input, into archive: Archive, _ bar: ProgressBar, _ outcome: inout Outcome
    ) async throws {
        do {
            let report = try await archive.importDump(
                input.dump, options: options, onProgress: { bar.show($0) },
                onRejection: { rejection in bar.interrupt { Output.message(ImportText.line(for: rejection)) }
                })
            bar.clear()
            outcome.table.add(report)
            tell(report, outcome)
            outcome.hasRejected = outcome.hasRejected || report.counts.rejected > 0
            outcome.wasInterrupted = report.wasInterrupted
            if let folder = input.folder { outcome.foldersWithDumps.insert(folder) }
        } catch ArchiveError.notADump(let dump, let reason) where input.folder != nil {
            // A folder may hold other things than dumps.
            if !isQuiet { bar.interrupt { Output.message("skipped \(dump): \(reason)") } }
            outcome.table.skip()
        } catch let error as ArchiveError where error.isOfOneDump {
            bar.interrupt { Output.error("\(error)") }
            outcome.hasFailed = true
            outcome.table.fail()
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

    private func tell(_ outcome: Outcome, seconds: Double) {
        guard outcome.hasTable, !reportsJSON, !isQuiet, !outcome.table.isEmpty else { return }
        Output.text(outcome.table.text(seconds: ImportText.seconds(seconds), isDryRun: isDryRun))
    }

    private func tell(_ report: ImportReport, _ outcome: Outcome) {
        if reportsJSON {
            Output.line(JSONText.compact(ImportJSON(report)))
        } else if !isQuiet, !outcome.hasTable {
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
