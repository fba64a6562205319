import NewsArchive

/// What `backup` and `compact` say.
enum CopyText {
    static func line(for report: BackupReport) -> String {
        "\(TerminalText.plain(report.path)): \(report.articles) articles, \(report.bytes) bytes, checked, "
            + "in \(ImportText.seconds(report.seconds)) s"
    }

    static func line(for report: CompactionReport) -> String {
        "\(TerminalText.plain(report.path)): \(report.bytesAfter) bytes instead of \(report.bytesBefore), "
            + "in \(ImportText.seconds(report.seconds)) s"
    }
}
