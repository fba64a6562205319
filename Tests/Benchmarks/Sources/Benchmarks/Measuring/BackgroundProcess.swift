import Glibc

/// A command that goes on beside what is measured.
struct BackgroundProcess {
    private let arguments: [String]
    private let process: pid_t

    init(_ arguments: [String]) throws {
        self.arguments = arguments
        process = try ChildProcess.spawn(arguments)
    }

    /// Ends it where it has not ended by itself.
    ///
    /// - Returns: whether it was still going on.
    func stop() throws -> Bool {
        var status: Int32 = 0
        switch waitpid(process, &status, WNOHANG) {
        case 0:
            kill(process, SIGKILL)
            waitpid(process, &status, 0)
            return true
        case process where status == 0: return false
        default:
            throw ChildProcess.failure(
                arguments, "ended with status \(status >> 8), signal \(status & 127)")
        }
    }
}
