import FoundationEssentials
import Glibc
import NewsArchive
import Synchronization

/// How far an import or a backup has come, on one line of a terminal at standard error; nothing when that is no terminal.
final class ProgressBar: Sendable {
    private struct State {
        var label = ""
        // What the dumps before this one had.
        var bytesBefore = 0
        var recordsBefore = 0
        var totalBytes = 0
        var records = 0
        var lastShown: ContinuousClock.Instant?
        var isShown = false
    }

    private let isOn: Bool
    private let started = ContinuousClock.now
    private let state = Mutex(State())

    init(isOn: Bool) {
        self.isOn =
            isOn && isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    }

    /// Says which dump the progress is of from now on.
    ///
    /// - Parameters:
    ///   - bytesBefore: Bytes of the dumps that are done.
    ///   - totalBytes: Bytes of all dumps; 0 where there is but one.
    func begin(_ label: String, bytesBefore: Int, totalBytes: Int) {
        state.withLock { state in
            state.label = label
            state.bytesBefore = bytesBefore
            state.totalBytes = totalBytes
            state.recordsBefore += state.records
            state.records = 0
        }
    }

    /// Shows it, ten times a second at the most.
    func show(_ progress: ImportProgress) {
        guard isOn else { return }
        let now = ContinuousClock.now
        state.withLock { state in
            state.records = progress.records
            if let last = state.lastShown, now - last < .milliseconds(100) { return }
            state.lastShown = now
            state.isShown = true
            let seconds = (now - started) / .seconds(1)
            let overall = ImportProgress(
                bytes: state.bytesBefore + progress.bytes,
                totalBytes: max(state.totalBytes, state.bytesBefore + progress.totalBytes),
                records: state.recordsBefore + progress.records)
            Self.draw(
                Self.text(
                    overall, seconds: seconds, label: state.label,
                    columns: Terminal.columns(of: STDERR_FILENO)))
        }
    }

    /// Shows how far a backup has come, ten times a second at the most, and always that the check has begun.
    func show(_ progress: BackupProgress, label: String) {
        guard isOn else { return }
        let now = ContinuousClock.now
        state.withLock { state in
            if !progress.isChecking, let last = state.lastShown, now - last < .milliseconds(100) { return }
            state.lastShown = now
            state.isShown = true
            Self.draw(
                Self.text(
                    progress, seconds: (now - started) / .seconds(1), label: label,
                    columns: Terminal.columns(of: STDERR_FILENO)))
        }
    }

    private static func draw(_ line: String) { Output.raw("\r\u{1B}[2K" + line) }

    /// Takes it off the terminal.
    func clear() {
        state.withLock { state in
            if state.isShown { Output.raw("\r\u{1B}[2K") }
            state.isShown = false
        }
    }

    /// Takes it off the terminal for a message; it comes back with the next progress.
    func interrupt(_ message: () -> Void) {
        clear()
        message()
    }

    /// The line: bar, share, bytes, records, rate, time left, cut to a terminal's columns.
    static func text(
        _ progress: ImportProgress, seconds: Double, label: String, columns: Int
    ) -> String {
        let share = Double(progress.bytes) / Double(max(1, progress.totalBytes))
        var parts = bar(progress.bytes, of: progress.totalBytes) + ["\(progress.records) records"]
        if seconds > 0.5 {
            parts.append("\(Int(Double(progress.records) / seconds))/s")
            if share > 0.01 { parts.append("\(clock(seconds / share - seconds)) left") }
        }
        return line(parts, label, columns)
    }

    /// The line of a backup: bar, share, bytes, time left, or that it is being checked.
    static func text(
        _ progress: BackupProgress, seconds: Double, label: String, columns: Int
    ) -> String {
        let share = Double(progress.bytes) / Double(max(1, progress.totalBytes))
        var parts = bar(progress.bytes, of: progress.totalBytes)
        if progress.isChecking {
            parts.append("checking")
        } else if seconds > 0.5, share > 0.01 {
            parts.append("\(clock(seconds / share - seconds)) left")
        }
        return line(parts, label, columns)
    }

    private static func bar(_ bytes: Int, of totalBytes: Int) -> [String] {
        let share = Double(bytes) / Double(max(1, totalBytes))
        let filled = Int(share * 20)
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 20 - filled)
        return ["[\(bar)] \(Int(share * 100)) %", "\(megabytes(bytes)) of \(megabytes(totalBytes)) MB"]
    }

    private static func line(_ parts: [String], _ label: String, _ columns: Int) -> String {
        let numbers = parts.joined(separator: "  ")
        return String("\(numbers)  \(TerminalText.plain(label))".prefix(max(20, columns - 1)))
    }

    private static func megabytes(_ bytes: Int) -> String {
        let tenths = (bytes + 50_000) / 100_000
        return "\(tenths / 10).\(tenths % 10)"
    }

    private static func clock(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded(.up))
        let rest = whole % 60
        return "\(whole / 60):\(rest < 10 ? "0" : "")\(rest)"
    }
}
