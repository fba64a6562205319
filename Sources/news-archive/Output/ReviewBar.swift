import FoundationEssentials
import Glibc
import NewsArchive
import Synchronization

/// How far a review has come, on one line of a terminal at standard error; nothing when that is no terminal.
final class ReviewBar: Sendable {
    private let isOn = isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
    private let lastShown = Mutex<ContinuousClock.Instant?>(nil)

    /// Shows it, ten times a second at the most.
    func show(_ progress: ReviewProgress) {
        guard isOn else { return }
        let now = ContinuousClock.now
        lastShown.withLock { last in
            if let last, now - last < .milliseconds(100) { return }
            last = now
            Output.raw("\r\u{1B}[2K\(Self.text(progress))")
        }
    }

    /// Takes it off the terminal.
    func clear() {
        lastShown.withLock { last in
            if last != nil { Output.raw("\r\u{1B}[2K") }
            last = nil
        }
    }

    /// The line.
    static func text(_ progress: ReviewProgress) -> String {
        let share = progress.total == 0 ? 100 : progress.done * 100 / progress.total
        return switch progress.step {
        case .texts: "reading \(progress.total) texts: \(share) %"
        case .pairs: "comparing \(progress.total) pairs: \(share) %"
        }
    }
}
