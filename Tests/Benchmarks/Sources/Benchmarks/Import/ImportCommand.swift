/// The subcommands that are about imports.
enum ImportCommand {
    /// Does what was asked for.
    ///
    /// - Returns: nil where that is something else, or is not understood.
    static func report(_ arguments: some Collection<String>) throws -> String? {
        guard let options = ImportOptions(arguments.dropFirst()) else { return nil }
        switch (arguments.first, namesFiles: !options.reported.isEmpty) {
        case ("import", false): return try ImportBenchmark.run(options)
        case ("instructions", false): return try InstructionBenchmark.run(options)
        case ("report", true): return try ImportReport.run(options)
        default: return nil
        }
    }
}
