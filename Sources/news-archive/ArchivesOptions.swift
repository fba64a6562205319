import ArgumentParser
import NewsArchive

/// Which archives a subcommand reads that reads several at once.
struct ArchivesOptions: ParsableArguments {
    @Option(
        name: .customLong("archive"),
        help: ArgumentHelp(
            "The archive; repeat it to search several at once. Default: $NEWS_ARCHIVE, else news.sqlite.",
            valueName: "file"))
    var archives: [String] = []

    /// The archives' paths.
    var paths: [String] { archives.isEmpty ? [ArchiveOptions.defaultPath] : archives }

    func validate() throws {
        let files = archives.compactMap { FileIdentity(path: $0) }
        if Set(files).count < files.count {
            throw ValidationError("--archive names one archive twice.")
        }
    }

    /// Opens the archives to read them, and tells what went wrong with which.
    func reading(_ work: (ArchiveSet) async throws -> Void) async throws {
        try await Output.reportingErrors {
            var archives: [Archive] = []
            do {
                for path in paths { archives.append(try Archive(path: path, mode: .readOnly)) }
                try await work(ArchiveSet(archives))
            } catch {
                for archive in archives { await archive.close() }
                throw error
            }
            for archive in archives { await archive.close() }
        }
    }
}
