/// Arguments that take all that is no option.
enum Arguments {
    /// The arguments without the first `--`, behind which nothing is an option.
    static func withoutTerminator(_ arguments: [String]) -> [String] {
        guard let terminator = arguments.firstIndex(of: "--") else { return arguments }
        return Array(arguments[..<terminator] + arguments[(terminator + 1)...])
    }
}
