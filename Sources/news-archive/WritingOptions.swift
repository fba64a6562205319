import ArgumentParser

/// How a subcommand that writes gets along with others that do.
struct WritingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("How long to wait while another process is writing.", valueName: "seconds"))
    var wait: Double = 5

    func validate() throws {
        guard wait >= 0, wait.isFinite else {
            throw ValidationError("--wait takes a number of seconds, 0 or more.")
        }
    }
}
