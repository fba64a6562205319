/// What a check of an archive found.
public struct CheckReport: Equatable, Sendable {
    /// Something that is wrong with an archive.
    public struct Problem: Equatable, Sendable {
        /// What must hold and does not.
        public let kind: Kind
        /// The table that it is in; nil where it is none of a table's.
        public let table: String?
        /// Where in the table, as "article 30031469568" or "dump 3"; nil where it is the table as a whole.
        public let place: String?
        /// What is wrong, in one sentence without a full stop.
        public let text: String

        /// What a repair does about it.
        public var remedy: Remedy { kind.remedy }
    }

    /// What was found wrong: a few examples of each kind, as many as ``Archive/check(deep:examples:onProgress:)`` was
    /// asked for. ``counts`` has their number.
    public internal(set) var problems: [Problem] = []
    /// How many problems of each kind there are. Kinds without any are not in it.
    public internal(set) var counts: [Kind: Int] = [:]
    /// What could not be looked at, and why, in sentences without a full stop.
    public internal(set) var omissions: [String] = []
    /// Whether all was looked at that can be.
    public internal(set) var isDeep = false

    init() {}

    /// Takes the problems of a kind out.
    mutating func forget(_ kind: Kind) {
        problems.removeAll { $0.kind == kind }
        counts[kind] = nil
    }

    /// Whether nothing was found wrong.
    public var isClean: Bool { counts.isEmpty }

    /// Whether the file itself is damaged, so that it must be salvaged into a new archive.
    public var needsSalvage: Bool { counts.keys.contains { $0.remedy == .salvage } }
}

extension CheckReport {
    /// What a repair does about a problem.
    public enum Remedy: String, Hashable, Sendable, CaseIterable {
        /// It is made anew from what the archive has.
        case rebuild
        /// What is wrong is put right, and all else is kept.
        case mend
        /// It is taken out, for it stands for nothing.
        case remove
        /// A repair in place cannot help: what can be read must be salvaged into a new archive.
        case salvage
    }

    /// What must hold in an archive, and did not.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// The pages of the file are what the archive's library wrote, by their checksums.
        case pageChecksum = "page checksum"
        /// The pages of the file are as SQLite wrote them.
        case structure
        /// The tables are those of this version.
        case schema
        /// Values are of the type and in the range that an archive writes.
        case value
        /// An article can be read, with all that belongs to it.
        case unreadable
        /// The indexes of the tables are there, and have the rows of their tables.
        case tableIndex = "table index"
        /// No trigger changes the archive by itself.
        case trigger
        /// The full-text index says what the articles say.
        case fulltextIndex = "full-text index"
        /// The sizes of articles are those of the full-text index.
        case documentSizes = "document sizes"
        /// An article has the keys of the headlines that it has or had.
        case headlineKey = "headline key"
        /// What a source says of an article has the keys of its guid and link.
        case sourceKey = "source key"
        /// An article's id says its minute of publication.
        case publicationID = "publication id"
        /// Texts are UTF-8.
        case text
        /// What belongs to an article or a wording belongs to one that is there.
        case lostArticle = "lost article"
        /// Rows that are referred to are there.
        case reference
        /// An article was seen, and each sighting shows a wording of its own article.
        case sighting
        /// An id leads to one article, or to none.
        case removedID = "removed id"
        /// No change is later than the archive's last one.
        case change
        /// A dump has the records that it says it has.
        case dump

        /// What a repair does about a problem of the kind.
        public var remedy: Remedy {
            switch self {
            case .structure, .schema, .value, .unreadable: .salvage
            case .tableIndex, .fulltextIndex, .documentSizes, .headlineKey, .sourceKey: .rebuild
            case .pageChecksum, .publicationID, .text, .lostArticle, .sighting, .change, .dump: .mend
            case .trigger, .reference, .removedID: .remove
            }
        }

        /// What a repair does about problems of the kind, as a sentence without a full stop.
        public var remedyText: String {
            switch self {
            case .pageChecksum:
                "repair takes the page as it is, whatever it says now; a backup may still have what it said"
            case .structure, .schema, .value, .unreadable:
                "repair --into NEW.sqlite salvages what can be read"
            case .tableIndex: "repair makes the indexes of the tables anew"
            case .trigger: "repair removes the trigger"
            case .fulltextIndex: "repair makes the full-text index anew from the articles"
            case .documentSizes: "repair makes the sizes anew from the full-text index"
            case .headlineKey: "repair makes the keys anew from the headlines"
            case .sourceKey: "repair makes the keys anew from guids and links"
            case .publicationID:
                "repair gives the article an id of its minute, to which the present one then leads"
            case .text: "repair puts U+FFFD in the place of what is no UTF-8"
            case .lostArticle: "repair gives the text an article again"
            case .reference: "repair takes the reference out, or the row that is nothing without it"
            case .sighting: "repair puts the sighting right, and adds one where there is none"
            case .removedID: "repair takes the id out of the table"
            case .change: "repair counts the changes anew"
            case .dump: "repair writes down which records there are, and that others are missing"
            }
        }
    }
}

/// How far a check, a repair or a salvage has come.
public struct CheckProgress: Equatable, Sendable {
    /// What is being done, in a few words.
    public let part: String
    /// How many parts are done.
    public let done: Int
    /// How many there are.
    public let count: Int
}
