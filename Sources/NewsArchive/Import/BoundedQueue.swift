import Dispatch
import Synchronization

/// Hands elements from one thread to another, and makes the first wait when it is too far ahead.
final class BoundedQueue<Element: Sendable>: Sendable {
    private let elements = Mutex<[Element]>([])
    private let isClosed = Atomic(false)
    private let spaces: DispatchSemaphore
    private let arrivals = DispatchSemaphore(value: 0)

    init(capacity: Int) {
        spaces = DispatchSemaphore(value: capacity)
    }

    /// Adds an element, when there is room; false when the queue was closed, and the element is not wanted.
    func push(_ element: Element) -> Bool {
        spaces.wait()
        let isOpen = !isClosed.load(ordering: .acquiring)
        if isOpen { elements.withLock { $0.append(element) } }
        arrivals.signal()
        return isOpen
    }

    /// The next element, when it has arrived; nil when the queue was closed and is empty.
    func pop() -> Element? {
        arrivals.wait()
        return takeFirst()
    }

    /// The next element, if it has arrived already.
    func popIfReady() -> Element? {
        guard arrivals.wait(timeout: .now()) == .success else { return nil }
        return takeFirst()
    }

    /// The next element, if it has arrived already. It stays where it is.
    var first: Element? { elements.withLock { $0.first } }

    private func takeFirst() -> Element? {
        let element = elements.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        spaces.signal()
        // Everybody who waits after the last element is to learn of the end.
        if element == nil { arrivals.signal() }
        return element
    }

    /// Ends the queue, from either side: elements that wait in it are still handed over, and no more are taken.
    func close() {
        isClosed.store(true, ordering: .releasing)
        arrivals.signal()
        spaces.signal()
    }
}
