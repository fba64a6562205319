import ArgumentParser
import NewsArchive

/// Shows how dumps would be read, one after another, with their first records as they would be stored.
struct DumpExplainer {
    let options: ImportOptions
    let isJSON: Bool

    private static let recordLimit = 3

    func run(_ paths: [String]) async throws {
        let found = DumpPaths(paths, excluding: [])
        for problem in found.problems { Output.error(problem) }
        var hasFailed = !found.problems.isEmpty
        for input in found.inputs {
            do {
                let inspection = try await Archive.inspectDump(
                    input.dump, options: options, recordLimit: Self.recordLimit)
                tell(inspection)
            } catch {
                Output.error("\(error)")
                hasFailed = true
            }
        }
        if hasFailed { throw ExitCode(1) }
    }

    private func tell(_ inspection: DumpInspection) {
        if isJSON {
            Output.line(JSONText.compact(InspectionJSON(inspection, options)))
        } else {
            Output.text(InspectionText.text(inspection, options: options, style: .standardOutput))
        }
    }
}
