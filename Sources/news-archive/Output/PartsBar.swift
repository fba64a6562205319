import FoundationEssentials
import Glibc
import NewsArchive
import Synchronization

/// Which part of a long work is being done, on one line of a terminal at standard error; nothing when that is no terminal.
final class PartsBar: Sendable {
    private let isOn: Bool
    private let isShown = Atomic(false)

    init(isOn: Bool) {
        self.isOn =
            isOn && isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    }

    /// Shows how far it has come.
    func show(_ progress: CheckProgress) {
        guard isOn else { return }
        isShown.store(true, ordering: .relaxed)
        Output.raw("\r\u{1B}[2K\(Self.text(progress, columns: Terminal.columns(of: STDERR_FILENO)))")
    }

    /// Takes it off the terminal.
    func clear() {
        if isShown.exchange(false, ordering: .relaxed) { Output.raw("\r\u{1B}[2K") }
    }

    /// The line, cut to a terminal's columns.
    static func text(_ progress: CheckProgress, columns: Int) -> String {
        String("[\(progress.done + 1)/\(progress.count)] \(progress.part)".prefix(max(20, columns - 1)))
    }
}
