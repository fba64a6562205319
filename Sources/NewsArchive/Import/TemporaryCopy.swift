import Glibc

/// Copies a pipe to a temporary file without a name, which the system removes when it is closed.
///
/// A pipe cannot be read twice, and its dump has to be: to tell by its digest whether it was imported before, and to
/// find the bytes of a rejected record again.
enum TemporaryCopy {
    /// The copy's descriptor and size.
    static func make(
        of source: Int32, name: String, isCancelled: () -> Bool
    ) throws -> (descriptor: Int32, count: Int) {
        let (target, folder) = try open(name: name)
        do {
            return (target, try copy(from: source, to: target, name: name, folder: folder, isCancelled))
        } catch {
            close(target)
            throw error
        }
    }

    private static func open(name: String) throws -> (Int32, folder: String) {
        let named = getenv("TMPDIR").map { String(cString: $0) }
        for folder in [named, "/var/tmp", "/tmp"].compactMap(\.self) {
            var template = Array("\(folder)/news-archive-XXXXXX".utf8CString)
            let descriptor = mkstemp(&template)
            guard descriptor >= 0 else { continue }
            unlink(template)
            return (descriptor, folder)
        }
        let reason =
            "no temporary file can be made for a copy of it; set TMPDIR to a folder that may be written"
        throw ArchiveError.unreadableDump(dump: name, reason: reason)
    }

    private static func copy(
        from source: Int32, to target: Int32, name: String, folder: String, _ isCancelled: () -> Bool
    ) throws -> Int {
        var total = 0
        var bytes = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            try waitForInput(source, isCancelled)
            let got = read(source, &bytes, bytes.count)
            if got < 0, errno == EINTR || errno == EAGAIN { continue }
            guard got >= 0 else {
                throw ArchiveError.unreadableDump(dump: name, reason: String(cString: strerror(errno)))
            }
            if got == 0 { return total }
            guard bytes.withUnsafeBytes({ FileBytes.write(.init(rebasing: $0[..<got]), to: target) }) else {
                let reason = "its copy in \(folder) failed: \(String(cString: strerror(errno))); set TMPDIR"
                throw ArchiveError.unreadableDump(dump: name, reason: reason)
            }
            total += got
        }
    }

    // A pipe may be silent for long, and the wish to stop must not wait for its next byte.
    private static func waitForInput(_ source: Int32, _ isCancelled: () -> Bool) throws {
        var wanted = pollfd(fd: source, events: Int16(POLLIN), revents: 0)
        repeat {
            if isCancelled() { throw CancellationError() }
        } while poll(&wanted, 1, 200) == 0
    }
}
