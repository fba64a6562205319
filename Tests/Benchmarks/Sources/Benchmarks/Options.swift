/// What was asked for.
struct Options {
    static let usage = """
        usage: Benchmarks search [--archive FILE]... [--records N] [--keep FOLDER] [--runs N] [--queries N] [--json]
                                 [--strict]
               Benchmarks parse DUMP [--runs N]
          DUMP            parse it, beside xmllint --stream --noout
          --archive FILE  measure this archive; several show what growing costs
          --records N     without --archive: make an archive of so many records (100000)
          --keep FOLDER   keep what was made there, and use it the next time
          --runs N        how many timed runs of each (5)
          --queries N     how many mixed queries (500)
          --json          print data instead of tables
          --strict        end with 1 when a target is missed
        """

    /// The dump that is to be parsed, where that is what was asked for.
    var parsedDump: String?
    var archives: [String] = []
    var records = 100_000
    var keep: String?
    var runs = 5
    var queries = 500
    var isJSON = false
    var isStrict = false

    /// - Returns: nil for arguments that are not understood.
    init?(_ arguments: some Sequence<String>) {
        var rest = Array(arguments)[...]
        switch rest.popFirst() {
        case "search": break
        case "parse":
            parsedDump = rest.popFirst()
            guard parsedDump != nil else { return nil }
        default: return nil
        }
        while let option = rest.popFirst() {
            switch option {
            case "--json": isJSON = true
            case "--strict": isStrict = true
            default: guard let value = rest.popFirst(), set(option, value) else { return nil }
            }
        }
    }

    private mutating func set(_ option: String, _ value: String) -> Bool {
        switch option {
        case "--archive": archives.append(value)
        case "--keep": keep = value
        case "--records": return set(\.records, value)
        case "--runs": return set(\.runs, value)
        case "--queries": return set(\.queries, value)
        default: return false
        }
        return true
    }

    private mutating func set(_ number: WritableKeyPath<Options, Int>, _ value: String) -> Bool {
        guard let value = Int(value), (1...100_000_000).contains(value) else { return false }
        self[keyPath: number] = value
        return true
    }
}
