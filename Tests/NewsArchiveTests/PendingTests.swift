import Dispatch
import Testing

@testable import NewsArchive

@Suite struct PendingTests {
    private struct Failure: Error {}

    private let queue = DispatchQueue(label: "test.pending")

    @Test func whatWasWorkedOutIsHandedOverOnce() throws {
        let pending = Pending(on: queue) { 6 }
        #expect(try pending.take() == 6)
        #expect(try pending.take() == nil)
    }

    @Test func anErrorIsThrownWhereTheValueIsAskedFor() {
        let pending = Pending<Int>(on: queue) { throw Failure() }
        #expect(throws: Failure.self) { try pending.take() }
    }

    // It would take the process down if it did: libdispatch's semaphores.
    @Test func nobodyNeedsToAsk() {
        for number in 0..<10 { _ = Pending(on: queue) { number } }
        queue.sync {}
    }
}
