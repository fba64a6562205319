/// An article with the names that stand for rows of the archive in an export.
struct ExportedArticle {
    /// What a source says of it beside its wording.
    struct Metadata {
        let number: Int64
        let row: MetadataRow
        let metadata: ArticleMetadata
    }

    let dossier: Dossier
    let formerIDs: [ArticleID]
    /// By their dumps and positions.
    let sightings: [DossierSighting]
    /// The wordings that are not its present one, in the order of their first sightings.
    let revisions: [Wording]
    /// In the order of the first sightings that make the statements.
    let metadata: [Metadata]
    /// The names of sources and of rules, and the places of dumps, by their rows.
    let sources: [Int64: String]
    let rules: [Int64: String]
    let dumps: [Int64: Int]
    /// Whether an article is in the export.
    let isExported: (ArticleID) -> Bool

    init(
        _ dossier: Dossier, said: [Int64: ArticleMetadata], formerIDs: [ArticleID], names: ExportNames,
        isExported: @escaping (ArticleID) -> Bool
    ) {
        self.dossier = dossier
        self.formerIDs = formerIDs
        self.isExported = isExported
        (sources, rules, dumps) = (names.sources, names.rules, names.dumps)
        sightings = dossier.sightings.sorted { $0.place < $1.place }
        var revisions: [Wording] = []
        for sighting in sightings
        where sighting.shown != dossier.state.wording && !revisions.contains(sighting.shown) {
            revisions.append(sighting.shown)
        }
        self.revisions = revisions
        var known: Set<Int64> = []
        metadata = sightings.compactMap(\.metadata).filter { known.insert($0).inserted }.compactMap {
            number in
            dossier.metadata[number].map {
                Metadata(number: number, row: $0, metadata: said[number] ?? ArticleMetadata())
            }
        }
    }

    func name(of source: Int64?) -> String? { source.flatMap { sources[$0] } }

    /// The place of a wording among the revisions; nil for the present one.
    func place(of wording: Wording) -> Int? {
        wording == dossier.state.wording ? nil : revisions.firstIndex(of: wording)
    }

    func place(ofMetadata row: Int64) -> Int? { metadata.firstIndex { $0.number == row } }
}

/// What the rows of an archive are called in an export.
struct ExportNames {
    var sources: [Int64: String] = [:]
    var rules: [Int64: String] = [:]
    var dumps: [Int64: Int] = [:]
}

/// A dump as an export names it.
struct ExportedDump {
    /// A record of it that could not be read.
    struct Rejection {
        let position: Int64
        let line: Int64
        let byteOffset: Int64
        let byteCount: Int64
        let reason: String
    }

    let row: Int64
    let name: String
    let format: String
    let source: String?
    let identity: String
    let timeZone: String
    let packing: String?
    let encoding: String?
    let fieldNames: String?
    let bytes: Int64
    let digest: [UInt8]
    let digested: Int64
    let taken: String?
    let records: Int
    let counts: RecordCounts
    let started: Int64
    let finished: Int64?
    var isExcerpt: Bool
    var rejections: [Rejection] = []
}

/// What is kept of a pruned article, as an export names it.
struct ExportedPruned {
    struct Key {
        let kind: String
        let key: Int64
        let source: String?
    }

    let id: ArticleID
    let published: PublicationTime?
    let textHash: Int64?
    let keys: [Key]
}
