/// What a record's publisher calls its article: by this, and not by the headline, it is found again first.
struct RecordKeys: Sendable {
    /// The guid, where it can be one.
    var guid: GuidKey?
    /// The link, where it leads to a page.
    var link: CanonicalLink?

    init(_ metadata: ArticleMetadata, source: String?) {
        guid = metadata.guid.flatMap { GuidKey($0, isOfKnownSource: source != nil) }
        link = metadata.url.flatMap(CanonicalLink.init)
    }
}

/// A guid, which is unique among the articles of one source.
struct GuidKey: Hashable, Sendable {
    let guid: String
    /// The 64-bit FNV-1a hash, as it is stored. Equal hashes do not prove equal guids.
    let hash: Int64

    /// The key of a guid; nil for what is none.
    ///
    /// Where nobody says whose the articles are, two dumps with the guids 1, 2, 3 may be of two publishers: then only
    /// a guid that is unique by its form counts, an address or a UUID.
    init?(_ guid: String, isOfKnownSource: Bool) {
        guard !guid.isEmpty, isOfKnownSource || Self.isUniqueByForm(guid) else { return nil }
        self.guid = guid
        hash = Self.hash(guid)
    }

    /// The hash of a guid that names an article.
    static func hash(_ guid: String) -> Int64 { Int64(bitPattern: FNV1a.hash(guid.utf8)) }

    private static func isUniqueByForm(_ guid: String) -> Bool {
        if guid.utf8.count >= 32, guid.utf8.allSatisfy({ $0.isHexadecimalOrDash }) { return true }
        let scheme = guid.utf8.prefix { $0 != UInt8(ascii: ":") }
        return scheme.count > 1 && scheme.count + 1 < guid.utf8.count && scheme.allSatisfy { $0.isSchemeByte }
    }

    // To the byte: String's own equality takes a composed é and a decomposed one for the same.
    static func == (first: GuidKey, second: GuidKey) -> Bool {
        first.hash == second.hash && first.guid.utf8.elementsEqual(second.guid.utf8)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}

extension UInt8 {
    fileprivate var isHexadecimalOrDash: Bool {
        (0x30...0x39).contains(self) || (0x61...0x66).contains(self | 0x20) || self == UInt8(ascii: "-")
    }

    /// RFC 3986, section 3.1.
    fileprivate var isSchemeByte: Bool {
        (0x61...0x7A).contains(self | 0x20) || (0x30...0x39).contains(self) || "+-.".utf8.contains(self)
    }
}
