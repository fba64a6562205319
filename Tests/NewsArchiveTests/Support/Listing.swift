import NewsArchive

/// Small listings for tests.
enum Listing {
    /// A dump of text.
    static func dump(_ text: String, name: String = "dump.txt") -> DumpInput {
        .bytes(Array(text.utf8), name: name)
    }

    /// Forty-eight words that another `subject` shares none of.
    static func text(about subject: String) -> String {
        (0..<48).map { "\(subject)\($0)" }.joined(separator: " ")
    }

    /// Records with headlines of their own, a minute apart, newest first.
    static func records(_ count: Int, subject: String = "ferry") -> String {
        (0..<count).map { number in
            let minutes = 1439 - number % 1440
            let time = "\(padded(minutes / 60)):\(padded(minutes % 60))"
            let day = padded(28 - number / 1440)
            return "\(day).02.2025, \(time) \(100 + number)\nThe \(subject) number \(number) has left\n"
                + "Text of \(subject) \(number), with word\(number) in it.\n"
        }.joined()
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
