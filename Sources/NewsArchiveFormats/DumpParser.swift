/// Reads one format: bytes in, records out, in the order in which the dump has them.
///
/// The bytes arrive in pieces that may end anywhere: unpacked, without a byte order mark, and UTF-8 but for bytes that could not be decoded,
/// which are no UTF-8 (see ``TextDecoder``). A record with such a byte is rejected. A parser keeps at most one record in
/// memory.
public protocol DumpParser: Sendable {
    /// What the dump has said about itself so far.
    var header: DumpHeader { get }

    /// Takes the next piece of the dump and hands over the records that it completes.
    mutating func parse(
        _ bytes: UnsafeRawBufferPointer, emit: (ParsedRecord) throws -> Void) rethrows

    /// Says that the dump has ended, and hands over the records that were still open.
    mutating func finish(emit: (ParsedRecord) throws -> Void) rethrows
}
