import Glibc

@testable import NewsArchiveFormats

/// The text in an encoding that iconv calls so; nil when the encoding cannot carry it.
func encoded(_ text: String, as name: String) -> [UInt8]? {
    guard let descriptor = iconv_open(name, "UTF-8"), Int(bitPattern: descriptor) != -1 else { return nil }
    defer { iconv_close(descriptor) }
    var input = Array(text.utf8)
    var output = [UInt8](repeating: 0, count: input.count * 8 + 64)
    let written: Int? = input.withUnsafeMutableBytes { input in
        output.withUnsafeMutableBytes { output in
            var source = input.baseAddress?.assumingMemoryBound(to: CChar.self)
            var sourceCount = input.count
            var target = output.baseAddress?.assumingMemoryBound(to: CChar.self)
            var targetCount = output.count
            guard iconv(descriptor, &source, &sourceCount, &target, &targetCount) == 0 else { return nil }
            guard iconv(descriptor, nil, nil, &target, &targetCount) == 0 else { return nil }
            return output.count - targetCount
        }
    }
    return written.map { Array(output[..<$0]) }
}

/// The text that a decoder makes of bytes that arrive in pieces of the given size, or in one.
func decoded(_ bytes: [UInt8], pieces size: Int = .max, by decoder: TextDecoder) -> [UInt8] {
    var text: [UInt8] = []
    bytes.withUnsafeBytes { bytes in
        var rest = bytes[...]
        while !rest.isEmpty {
            let piece = rest.prefix(size)
            decoder.decode(UnsafeRawBufferPointer(rebasing: piece)) { text += $0 }
            rest = rest.dropFirst(piece.count)
        }
    }
    decoder.finish { text += $0 }
    return text
}

/// Numbers that look like chance and are the same in every run.
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }

    mutating func bytes(_ count: Int) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &self) }
    }
}
