/// Why a packed dump could not be unpacked. What came before the damage has been handed over.
public enum UnpackingError: Error, Hashable, Sendable {
    /// The bytes end before the packed text does.
    case cutShort(Packing)
    /// The bytes are no such packing, or damaged.
    case corrupt(Packing)
    /// All is there, but not as it was packed.
    case wrongChecksum(Packing)
    /// It wants more than 128 MiB of memory to be unpacked.
    case windowTooLarge
    /// The system has no memory left.
    case outOfMemory
    /// The ZIP archive's list of files is damaged: how, in words that follow "it".
    case brokenDirectory(String)
    /// The file in the ZIP archive is encrypted.
    case encrypted(name: String)
    /// This build was made without the trait `Compression`.
    case unsupported(Packing)
    /// The file in the ZIP archive is packed in a way that is not known.
    case unknownMethod(name: String, method: Int)
}

extension UnpackingError: CustomStringConvertible {
    /// What is wrong, in one sentence without a full stop.
    public var description: String {
        switch self {
        case .cutShort(let packing): "the \(packing.rawValue) file is cut short"
        case .corrupt(let packing): "the \(packing.rawValue) file is damaged"
        case .wrongChecksum(let packing):
            "the \(packing.rawValue) file is damaged: its text has another checksum than it was packed with"
        case .windowTooLarge:
            "unpacking it takes more than 128 MiB of memory; unpack it with zstd --long and import the result"
        case .outOfMemory: "there is not enough memory to unpack it"
        case .brokenDirectory(let problem): "the ZIP archive is damaged: it \(problem)"
        case .encrypted(let name): "\"\(name)\" in the ZIP archive is encrypted; unpack it with its password"
        case .unsupported(let packing):
            "it is packed with \(packing.rawValue), and this build was made without the trait Compression; unpack it"
        case .unknownMethod(let name, let method):
            "\"\(name)\" in the ZIP archive is packed by method \(method), which is not known; unpack it"
        }
    }
}
