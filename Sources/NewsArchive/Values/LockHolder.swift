/// The process that holds the lock of an archive which only one can have: to write, or to make or tidy up its files.
public struct LockHolder: Equatable, Sendable {
    /// The process's number, as `ps` shows it.
    public let processID: Int32
    /// What the process calls itself, at most 15 bytes of it; nil when it has ended since.
    public let name: String?

    package init(processID: Int32, name: String?) {
        self.processID = processID
        self.name = name
    }
}

extension LockHolder: CustomStringConvertible {
    /// The process as a person would look for it: "process 4711 (news-archive)".
    public var description: String {
        "process \(processID)" + (name.map { " (\($0))" } ?? "")
    }
}
