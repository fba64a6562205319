import ArgumentParser
import NewsArchive

/// Exports articles to a file or to standard output, and tells what came of it.
struct ArticlesExporter: Sendable {
    let archivePath: String
    let format: ExportFormat
    /// nil for all articles.
    let query: Query?
    /// nil for standard output.
    let outputPath: String?

    /// Exports them. The status with which the command ends.
    func run() async -> ExitCode {
        do {
            let archive = try Archive(path: archivePath, mode: .readOnly)
            let status = await run(archive)
            await archive.close()
            return status
        } catch {
            Output.error("\(error)")
            return ExitCode(1)
        }
    }

    private func run(_ archive: Archive) async -> ExitCode {
        do {
            let target = try ExportTarget(path: outputPath, archivePath: archivePath)
            do {
                let report = try await archive.export(query, as: format) { try target.write($0) }
                try target.finish()
                tell(report)
                return .success
            } catch {
                target.discard()
                throw error
            }
        } catch let error as ExportTarget.Failure {
            if let message = error.message { Output.error(message) }
            return ExitCode(74)
        } catch is CancellationError {
            return ExitCode(130)
        } catch {
            Output.error("\(error)")
            return ExitCode(1)
        }
    }

    private func tell(_ report: ExportReport) {
        for line in ExportText.losses(report, format) { Output.message(line) }
        if let outputPath { Output.line(ExportText.line(report, path: outputPath)) }
    }
}
