/// What was asked for of imports.
struct ImportOptions {
    static let usage = """
               Benchmarks import [--records N]... [--only NAME]... [--runs N] [--keep FOLDER] [--command PATH]
                                 [--results FILE] [--chart FILE]
               Benchmarks report RESULTS... [--only NAME]... [--chart FILE]
               Benchmarks instructions [--records N] [--runs N] [--keep FOLDER] [--command PATH]
          --records N     how many records; import takes several sizes (100000; instructions: 20000)
          --only NAME     the contenders whose names contain NAME, such as grdb or "plain C"
          --runs N        how many rounds (5; instructions: 2)
          --keep FOLDER   keep the inputs that were made there, and use them the next time
          --command PATH  the news-archive binary (that of a release build of this checkout)
          --results FILE  add a line for each run to this file, and report all that it has
          --chart FILE    also draw the times over the numbers of records, as SVG
        """

    var records: [Int] = []
    var only: [String] = []
    var runs: Int?
    var keep: String?
    var command: String?
    /// The file that runs are added to; nil for none that stays.
    var results: String?
    /// The files of earlier runs that are to be reported.
    var reported: [String] = []
    var chart: String?

    /// - Returns: nil for arguments that are not understood.
    init?(_ arguments: some Sequence<String>) {
        var rest = Array(arguments)[...]
        while let option = rest.popFirst() {
            if !option.hasPrefix("--") {
                reported.append(option)
            } else {
                guard let value = rest.popFirst(), set(option, value) else { return nil }
            }
        }
    }

    private mutating func set(_ option: String, _ value: String) -> Bool {
        switch option {
        case "--only": only.append(value)
        case "--keep": keep = value
        case "--command": command = value
        case "--results": results = value
        case "--chart": chart = value
        case "--records", "--runs": return set(option, number: value)
        default: return false
        }
        return true
    }

    private mutating func set(_ option: String, number: String) -> Bool {
        guard let number = Int(number), (1...100_000_000).contains(number) else { return false }
        if option == "--runs" { runs = number } else { records.append(number) }
        return true
    }
}
