import Glibc

/// Standard input, output and error, which a caller may have closed.
enum StandardStreams {
    /// Opens those that are closed on nothing: else the next file that is opened would take their places, and be read as
    /// standard input or written as standard output.
    static func open() {
        for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(stream, F_GETFD) == -1 {
            // The lowest free number is the stream's own.
            _ = Glibc.open("/dev/null", stream == STDIN_FILENO ? O_RDONLY : O_WRONLY)
        }
    }
}
