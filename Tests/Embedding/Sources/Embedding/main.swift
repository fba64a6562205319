import Glibc
import NewsArchive

// swift run Embedding DUMP QUERY: imports a dump into an archive in memory and searches it.
guard CommandLine.arguments.count == 3 else {
    print("usage: Embedding DUMP QUERY")
    exit(64)
}

let archive = try Archive.inMemory()
let report = try await archive.importDump(.file(path: CommandLine.arguments[1]))
print(report.counts.records, "records,", report.counts.added, "articles")
for result in try await archive.search(CommandLine.arguments[2], order: .newest, limit: 3).results {
    print(result.published?.description ?? "undated", result.headline.text)
}
