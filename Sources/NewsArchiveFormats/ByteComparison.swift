import Glibc

/// Whether texts are the same to the byte. `String`'s own equality takes a composed é and a decomposed one for the same.
///
/// By memcmp: Swift 6.2 compares arrays and views of bytes one by one, and a second import compares every text.
package enum ByteComparison {
    package static func areEqual(_ first: UnsafeRawBufferPointer, _ second: UnsafeRawBufferPointer) -> Bool {
        guard first.count == second.count else { return false }
        guard let start = first.baseAddress, let other = second.baseAddress else { return true }
        return start == other || memcmp(start, other, first.count) == 0
    }

    package static func areEqual(_ first: String, _ second: String) -> Bool {
        var first = first
        var second = second
        return first.withUTF8 { first in
            second.withUTF8 { areEqual(UnsafeRawBufferPointer(first), UnsafeRawBufferPointer($0)) }
        }
    }

    package static func areEqual(_ first: String?, _ second: String?) -> Bool {
        guard let first, let second else { return first == nil && second == nil }
        return areEqual(first, second)
    }
}
