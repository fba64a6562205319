import Glibc

/// A command that runs to its end, and what it took.
struct ChildProcess {
    struct Usage {
        let seconds: Double
        /// The most memory that it held at once, in bytes.
        let peakBytes: Int64
    }

    /// Runs a command, its output to standard error.
    static func run(_ arguments: [String]) throws -> Usage {
        let clock = ContinuousClock()
        let start = clock.now
        let usage = try wait(for: try spawn(arguments), arguments)
        // Kilobytes: getrusage(2).
        return Usage(
            seconds: (clock.now - start) / .seconds(1), peakBytes: Int64(usage.ru_maxrss) * 1024)
    }

    /// Waits until a command has ended, which it must do well.
    static func wait(for process: pid_t, _ arguments: [String]) throws -> rusage {
        var status: Int32 = 0
        var usage = rusage()
        while wait4(process, &status, 0, &usage) < 0 {
            guard errno == EINTR else { throw failure(arguments, "cannot be waited for") }
        }
        guard status == 0 else {
            throw failure(arguments, "ended with status \(status >> 8), signal \(status & 127)")
        }
        return usage
    }

    /// Starts a command.
    ///
    /// - Parameters:
    ///   - input: the path of what it reads at standard input; nil for what this program has there.
    ///   - output: the file descriptor that becomes its standard output.
    static func spawn(_ arguments: [String], input: String? = nil, output: Int32 = 2) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        if let input { posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0) }
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        let words = arguments.map { strdup($0) }
        defer { for word in words { free(word) } }
        var process = pid_t()
        guard posix_spawnp(&process, arguments[0], &actions, nil, words + [nil], environ) == 0 else {
            throw failure(arguments, "cannot be started")
        }
        return process
    }

    static func failure(_ arguments: [String], _ what: String) -> BenchmarkFailure {
        BenchmarkFailure(description: "\(arguments.joined(separator: " ")): \(what)")
    }
}
