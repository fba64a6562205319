import ArgumentParser
import NewsArchive

/// Dates on the command line, as the query language reads them.
enum DateArgument {
    /// The first day or month of 2025, 2025-10, 2025-10-07, 7.10.2025 or 10.2025.
    @Sendable
    static func start(_ text: String) throws -> LocalTime {
        guard case .since(let time) = Query("since:\(text)") else {
            throw ValidationError(
                "\"\(TerminalText.plain(text))\" is no date; write 2025, 2025-10, 2025-10-07 or 7.10.2025.")
        }
        return time
    }
}
