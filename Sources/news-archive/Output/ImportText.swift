import NewsArchive

/// What an import says.
enum ImportText {
    /// One line a dump.
    static func line(for report: ImportReport, isDryRun: Bool) -> String {
        let name = TerminalText.plain(report.dump)
        if report.wasAlreadyImported {
            return "\(name): imported before (\(report.resumed) records); nothing changed"
        }
        let counts = report.counts
        var text =
            "\(name): \(counts.records) records: \(counts.added) added, \(counts.seenAgain) seen again, "
        text += "\(counts.revised) revised, \(counts.rejected) rejected, in \(seconds(report.seconds)) s"
        if report.resumed > 0 { text += "; \(report.resumed) records were imported before" }
        if report.wasInterrupted {
            text +=
                isDryRun
                ? "; stopped before the end" : "; stopped before the end: the same command goes on from there"
        }
        if isDryRun { text += "; a dry run: nothing changed" }
        return text
    }

    /// One line a rejected record.
    static func line(for rejection: Rejection) -> String {
        let place = rejection.place
        return "\(rejection.dump):\(place.line): rejected: \(rejection.reason) "
            + "(byte offset \(place.byteOffset), \(place.byteCount) bytes)"
    }

    /// Seconds with two digits after the point.
    static func seconds(_ seconds: Double) -> String {
        let hundredths = Int((seconds * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
