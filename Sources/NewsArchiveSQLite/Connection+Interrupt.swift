import CNewsArchiveSQLite

/// Ends what a connection is doing, from any thread.
///
/// https://www.sqlite.org/c3ref/interrupt.html. To be used only as long as somebody keeps the connection open.
package struct Interrupter: @unchecked Sendable {
    // sqlite3_interrupt is made to be called from another thread.
    fileprivate let handle: OpaquePointer

    /// Every statement that stands between its rows fails with ``ResultCode/interrupt``; later ones are as ever.
    package func interrupt() {
        sqlite3_interrupt(handle)
    }
}

extension Connection {
    package var interrupter: Interrupter { Interrupter(handle: handle) }
}
