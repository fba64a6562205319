import ArgumentParser
import Glibc
import NewsArchive

/// Results go to standard output, messages to standard error. No text of a dump reaches either with its control
/// characters: what is printed was made by ``TerminalText`` or by a data format that escapes them.
enum Output {
    /// Prints a line of a result.
    static func line(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

    /// Prints a result that has its own line ends.
    static func text(_ text: String) { write(text, to: STDOUT_FILENO) }

    /// Tells something beside the result.
    static func message(_ text: String) {
        // A progress bar may stand on the line.
        let clearing = isatty(STDERR_FILENO) == 1 ? "\r\u{1B}[K" : ""
        write(clearing + TerminalText.plain(text) + "\n", to: STDERR_FILENO)
    }

    /// Tells what went wrong.
    static func error(_ text: String) { message("news-archive: \(text)") }

    /// Prints as it is, to standard error: the bytes of the progress bar.
    static func raw(_ text: String) { write(text, to: STDERR_FILENO) }

    /// Runs `work`, tells its error, and ends with status 1 after one.
    static func reportingErrors(_ work: () async throws -> Void) async throws {
        do {
            try await work()
        } catch {
            Output.error("\(error)")
            throw ExitCode(1)
        }
    }

    private static func write(_ text: String, to descriptor: Int32) {
        var text = text
        let isWritten = text.withUTF8 { FileBytes.write(UnsafeRawBufferPointer($0), to: descriptor) }
        // A result that could not be written must not look like success. A message that could not is no reason to stop
        // an import.
        if !isWritten, descriptor == STDOUT_FILENO { exit(74) }
    }
}
