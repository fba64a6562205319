public enum Packing: String, Sendable { case none, gzip, zstd, zip
  package static func detect(in start: UnsafeRawBufferPointer) -> Packing { .none }
  public static var isAvailable: Bool { true }
}
package struct UnpackingError: Error {}
package final class Unpacker {
  package init?(_ packing: Packing) { return nil }
  package func unpack(_ b: UnsafeRawBufferPointer, emit: (UnsafeRawBufferPointer) throws -> Void) throws {}
  package func finish(emit: (UnsafeRawBufferPointer) throws -> Void) throws {}
}
