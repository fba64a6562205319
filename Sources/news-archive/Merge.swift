import ArgumentParser
import NewsArchive

/// `news-archive merge`.
struct Merge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Bring what other archives hold into this one.",
        discussion: """
            Each dump of the others is taken in as if it were imported here: what is new is added, the rest is seen \
            again. Dumps that this archive has are passed over, so that the same merge again changes nothing, and one \
            that was stopped goes on where it was. The others are only read.

            Exit status: 0; 1 if an archive could not be read or stored; 130 after an interrupt.
            """)

    @OptionGroup var archive: ArchiveOptions

    @OptionGroup var writing: WritingOptions

    @Flag(help: "Tell what would come of it and change nothing.")
    var dryRun = false

    @Flag(help: "Report as JSON, one object an archive and line.")
    var json = false

    @Argument(help: "The other archives.")
    var others: [String]

    func run() async throws {
        let (others, path, isDryRun, isJSON) = (others, archive.path, dryRun, json)
        let wait = writing.wait
        let status = await Interrupt.cancelling {
            await Self.merge(others, into: path, waitSeconds: wait, isDryRun: isDryRun, isJSON: isJSON)
        }
        if status != .success { throw status }
    }

    private static func merge(
        _ others: [String], into path: String, waitSeconds: Double, isDryRun: Bool, isJSON: Bool
    ) async -> ExitCode {
        do {
            let archive = try Archive(
                path: path, mode: isDryRun ? .dryRun : .readWrite, waitSeconds: waitSeconds)
            let status = await merge(others, into: archive, isDryRun: isDryRun, isJSON: isJSON)
            await archive.close()
            return status
        } catch {
            Output.error("\(error)")
            return ExitCode(1)
        }
    }

    private static func merge(
        _ others: [String], into archive: Archive, isDryRun: Bool, isJSON: Bool
    ) async -> ExitCode {
        var status = ExitCode.success
        for other in others {
            do {
                let report = try await archive.merge(from: other, isDryRun: isDryRun)
                Output.line(
                    isJSON
                        ? JSONText.compact(MergeJSON(report, archive: other))
                        : MergeText.line(report, archive: other, isDryRun: isDryRun))
            } catch is CancellationError {
                Output.message("\(other): stopped; the same merge goes on from here")
                return ExitCode(130)
            } catch {
                Output.error("\(error)")
                status = ExitCode(1)
            }
        }
        return status
    }
}
