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
        let process = try spawn(arguments)
        var status: Int32 = 0
        var usage = rusage()
        while wait4(process, &status, 0, &usage) < 0 {
            guard errno == EINTR else { throw failure(arguments, "cannot be waited for") }
        }
        let seconds = (clock.now - start) / .seconds(1)
        guard status == 0 else {
            throw failure(arguments, "ended with status \(status >> 8), signal \(status & 127)")
        }
        // Kilobytes: getrusage(2).
        return Usage(seconds: seconds, peakBytes: Int64(usage.ru_maxrss) * 1024)
    }

    private static func spawn(_ arguments: [String]) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, 2, 1)
        let words = arguments.map { strdup($0) }
        defer { for word in words { free(word) } }
        var process = pid_t()
        guard posix_spawnp(&process, arguments[0], &actions, nil, words + [nil], environ) == 0 else {
            throw failure(arguments, "cannot be started")
        }
        return process
    }

    private static func failure(_ arguments: [String], _ what: String) -> BenchmarkFailure {
        BenchmarkFailure(description: "\(arguments.joined(separator: " ")): \(what)")
    }
}
