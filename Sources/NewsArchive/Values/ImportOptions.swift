/// How dumps are imported.
public struct ImportOptions: Sendable {
    /// Who publishes what the dump lists; nil to take what its records or the title of its feed say.
    public var source: String?
    /// What the stamps mean, which name no time zone.
    public var localTime: LocalTimeRule
    /// When two records are one article.
    public var identity: IdentityRule
    /// The format of the dump; nil to find it out.
    public var format: DumpFormat?
    /// How the text of the dump is encoded; nil to find it out.
    public var encoding: TextEncoding?
    /// Which fields hold what, in formats whose fields have names.
    public var fieldNames: FieldNames
    /// Whether to come to the same verdicts without changing anything.
    ///
    /// The archive's write lock is held meanwhile, for the work is done and then taken back. An archive that was opened
    /// for it (``Archive/Mode/dryRun``) is not even brought up to date.
    public var isDryRun: Bool
    /// A file that rejected records are appended to, verbatim; nil to keep none.
    ///
    /// Before each goes what it needs to be read alone: in a listing, a header with its list's date. So the file can be
    /// imported once it was mended. A dry run writes nothing to it.
    public var rejectsPath: String?
    /// How many bytes of records one transaction stores; smaller in tests.
    var chunkByteLimit = ImportChunk.byteLimit
    /// How many bytes of stored texts are held to compare records with; smaller in tests.
    var comparedByteLimit = KnownArticles.byteLimit
    /// From which sizes on the index is loaded in another way; smaller in tests.
    var loading = IndexLoading()

    /// Options with the given values.
    public init(
        source: String? = nil, localTime: LocalTimeRule = .utc, identity: IdentityRule = .automatic,
        format: DumpFormat? = nil, encoding: TextEncoding? = nil, fieldNames: FieldNames = FieldNames(),
        isDryRun: Bool = false, rejectsPath: String? = nil
    ) {
        self.source = source
        self.localTime = localTime
        self.identity = identity
        self.format = format
        self.encoding = encoding
        self.fieldNames = fieldNames
        self.isDryRun = isDryRun
        self.rejectsPath = rejectsPath
    }
}

/// Where the bytes of a dump come from.
public enum DumpInput: Equatable, Sendable {
    /// A file. A pipe or another thing that cannot be read twice is copied to a temporary file first.
    case file(path: String)
    /// Standard input; copied to a temporary file first when it is no file.
    case standardInput
    /// A file in a ZIP archive, by its place in the archive's list, from 0.
    case zipMember(path: String, index: Int, name: String)
    /// Bytes in memory, with a name to remember them by.
    case bytes([UInt8], name: String)

    /// What the archive remembers the dump by.
    public var name: String {
        switch self {
        case .file(let path): path
        case .zipMember(let path, _, let name): "\(path)/\(name)"
        case .standardInput: "standard input"
        case .bytes(_, let name): name
        }
    }
}
