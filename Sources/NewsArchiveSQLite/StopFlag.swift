import CNewsArchiveSQLite

/// A flag by which any thread ends a long search on another one.
package final class StopFlag: @unchecked Sendable {
    // Only touched by atomic operations of C.
    let pointer: UnsafeMutablePointer<na_stop>

    package init() {
        pointer = .allocate(capacity: 1)
        pointer.initialize(to: na_stop(is_set: 0))
    }

    deinit {
        pointer.deallocate()
    }

    /// Ends the search, within the time that a page of the index takes.
    package func set() {
        na_stop_set(pointer)
    }

    /// Whether the search is to end.
    package var isSet: Bool { na_is_stopped(pointer) != 0 }
}
