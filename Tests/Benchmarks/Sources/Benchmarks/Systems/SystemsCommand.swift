/// The subcommand that compares whole systems.
enum SystemsCommand {
    /// Measures and prints what was asked for.
    ///
    /// - Returns: false where that is something else, or is not understood.
    static func run(_ arguments: some Collection<String>) throws -> Bool {
        guard arguments.first == "systems", let options = SystemsOptions(arguments.dropFirst()) else {
            return false
        }
        try SystemsBenchmark.run(options)
        return true
    }
}
