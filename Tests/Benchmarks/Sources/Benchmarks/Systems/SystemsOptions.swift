/// What was asked for of searches of whole systems.
struct SystemsOptions {
    static let usage = """
               Benchmarks systems [--records N] [--keep FOLDER] [--runs N] [--queries N] [--seconds N] [--only GROUP]...
                                  [--command PATH]
          --only GROUP    first, warm, mixed or readers instead of all
          --seconds N     how long the readers go on asking (20)
          --queries N     how many mixed queries (2000)
        """

    /// What is measured apart from the rest.
    enum Group: String, CaseIterable {
        case first
        case warm
        case mixed
        case readers
    }

    var records = 100_000
    var keep: String?
    var command: String?
    var runs = 5
    var queries = 2000
    var seconds = 20
    var groups: [Group] = []

    /// - Returns: nil for arguments that are not understood.
    init?(_ arguments: some Sequence<String>) {
        var rest = Array(arguments)[...]
        while let option = rest.popFirst() {
            guard let value = rest.popFirst(), set(option, value) else { return nil }
        }
        if groups.isEmpty { groups = Group.allCases }
    }

    private mutating func set(_ option: String, _ value: String) -> Bool {
        switch option {
        case "--keep": keep = value
        case "--command": command = value
        case "--records": return set(\.records, value)
        case "--runs": return set(\.runs, value)
        case "--queries": return set(\.queries, value)
        case "--seconds": return set(\.seconds, value)
        case "--only":
            guard let group = Group(rawValue: value) else { return false }
            groups.append(group)
        default: return false
        }
        return true
    }

    private mutating func set(_ number: WritableKeyPath<SystemsOptions, Int>, _ value: String) -> Bool {
        guard let value = Int(value), (1...100_000_000).contains(value) else { return false }
        self[keyPath: number] = value
        return true
    }
}
