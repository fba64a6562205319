/// Counts of instructions as tables.
enum InstructionReport {
    private static let topFunctions = 15

    static func text(_ profiles: [CallgrindProfile], records: Int) -> String {
        guard let first = profiles.first else { return "" }
        let runs = profiles.enumerated().map { index, profile in
            let count = profile.total
            return "| \(index + 1) | \(grouped(count)) | \(grouped(count / Int64(max(records, 1)))) |"
        }
        return """
            news-archive import of \(grouped(Int64(records))) records under callgrind, which has no SHA instructions: digests
            weigh more in it than on processors that do

            | run | instructions | per record |
            | --- | --- | --- |
            \(runs.joined(separator: "\n"))

            By the file that they were loaded from, first run:

            | file | instructions | share |
            | --- | --- | --- |
            \(objects(of: first).joined(separator: "\n"))

            By function, without those that it calls, first run:

            | function | file | instructions | share |
            | --- | --- | --- | --- |
            \(functions(of: first).joined(separator: "\n"))
            """
    }

    private static func objects(of profile: CallgrindProfile) -> [String] {
        let counts = Dictionary(profile.instructions.map { ($0.key.object, $0.value) }, uniquingKeysWith: +)
        let sorted = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        // Others are the loading of libraries.
        return sorted.filter { $0.value * 1000 > profile.total }.map {
            "| \($0.key) | \(cells($0.value, of: profile)) |"
        }
    }

    private static func functions(of profile: CallgrindProfile) -> [String] {
        let sorted = profile.instructions.sorted { ($1.value, $0.key.name) < ($0.value, $1.key.name) }
        let top = sorted.prefix(topFunctions)
        let names = SwiftNames.demangled(top.map(\.key.name))
        return zip(top, names).map { entry, name in
            "| `\(name)` | \(entry.key.object) | \(cells(entry.value, of: profile)) |"
        }
    }

    private static func cells(_ count: Int64, of profile: CallgrindProfile) -> String {
        "\(grouped(count)) | \(NumberText.share(Int(count), of: Int(profile.total)))"
    }

    private static func grouped(_ count: Int64) -> String { NumberText.grouped(Double(count)) }
}
