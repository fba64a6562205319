/// Numbers of things.
enum Counted {
    /// "1 article", "2 articles".
    static func text(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
