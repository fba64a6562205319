import Glibc

/// A command that is running, and whose output is read.
struct PipedProcess {
    struct Output {
        let text: String
        /// From its start to the first byte that it put out.
        let secondsToFirstByte: Double
        /// From its start to its end.
        let seconds: Double
    }

    private let arguments: [String]
    private let process: pid_t
    private let output: Int32
    private let start: ContinuousClock.Instant

    /// - Parameter input: the path of what it reads at standard input.
    init(_ arguments: [String], input: String) throws {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw ChildProcess.failure(arguments, "has no pipe") }
        // Other children must not hold the end open that this one writes to.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        defer { close(ends[1]) }
        self.arguments = arguments
        output = ends[0]
        start = ContinuousClock.now
        process = try ChildProcess.spawn(arguments, input: input, output: ends[1])
    }

    /// Reads all that it puts out, until its end.
    func finish() throws -> Output {
        defer { close(output) }
        var bytes: [UInt8] = []
        var first: Double?
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = read(output, &chunk, chunk.count), count != 0 {
            guard count > 0 else {
                guard errno == EINTR else { throw ChildProcess.failure(arguments, "cannot be read from") }
                continue
            }
            first = first ?? elapsed
            bytes += chunk[..<count]
        }
        _ = try ChildProcess.wait(for: process, arguments)
        let seconds = elapsed
        return Output(
            text: String(decoding: bytes, as: UTF8.self), secondsToFirstByte: first ?? seconds,
            seconds: seconds)
    }

    private var elapsed: Double { (ContinuousClock.now - start) / .seconds(1) }
}
