import Glibc

/// A conversion to UTF-8 by the iconv of the C library.
final class IconvConverter {
    /// Why a conversion stopped before the end of its input.
    enum Stop {
        /// The input is used up.
        case end
        /// The output is full.
        case full
        /// The bytes that remain begin a character and do not end it.
        case incomplete
        /// No character begins with the bytes that remain.
        case undecodable
    }

    private let descriptor: iconv_t

    /// A conversion from the encoding that iconv calls so; nil when it knows none.
    init?(from name: String) {
        guard let opened = iconv_open("UTF-8", name), Int(bitPattern: opened) != -1 else { return nil }
        descriptor = opened
    }

    deinit { iconv_close(descriptor) }

    /// Converts what fits, and takes off what it has read and written.
    func convert(
        _ input: inout UnsafeRawBufferPointer, to output: inout UnsafeMutableRawBufferPointer
    ) -> Stop {
        // iconv does not write to its input; its type is older than const.
        var source = UnsafeMutableRawPointer(mutating: input.baseAddress)?.assumingMemoryBound(to: CChar.self)
        var sourceCount = input.count
        var target = output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var targetCount = output.count
        let result = iconv(descriptor, &source, &sourceCount, &target, &targetCount)
        let stop = result == -1 ? Self.stop(errno) : .end
        input = UnsafeRawBufferPointer(rebasing: input[(input.count - sourceCount)...])
        output = UnsafeMutableRawBufferPointer(rebasing: output[(output.count - targetCount)...])
        return stop
    }

    /// Writes what it holds back, and forgets what was shifted to. False when it did not fit.
    func reset(to output: inout UnsafeMutableRawBufferPointer) -> Bool {
        var target = output.baseAddress?.assumingMemoryBound(to: CChar.self)
        var targetCount = output.count
        let result = iconv(descriptor, nil, nil, &target, &targetCount)
        output = UnsafeMutableRawBufferPointer(rebasing: output[(output.count - targetCount)...])
        return result != -1
    }

    private static func stop(_ code: Int32) -> Stop {
        switch code {
        case E2BIG: .full
        case EINVAL: .incomplete
        default: .undecodable
        }
    }
}
