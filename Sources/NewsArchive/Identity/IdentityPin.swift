/// By what a record is recognised like which a person put one somewhere: its headline key with its stamp, with its text, or
/// with both.
enum IdentityPin {
    /// The pins of a record, the most telling first.
    static func pins(of record: PreparedArticle) -> [Int64] {
        pins(key: record.key.hash, stamp: record.stated, text: record.article.body)
    }

    /// The pins of a sighting.
    static func pins(of sighting: DossierSighting) -> [Int64] {
        let stated = sighting.stating
        return pins(key: HeadlineKey(stated.headline).hash, stamp: sighting.stated, text: stated.body)
    }

    private static func pins(key: Int64, stamp: PublicationTime?, text: ParsedText) -> [Int64] {
        let time = stamp.map { Array("\($0.minute) \($0.precision.rawValue)".utf8) }
        let body = text.isEmpty ? nil : FNV1a.hash(text.utf8)
        var pins = [hash("both", key, time, body)]
        if time != nil, body != nil {
            pins.append(hash("text", key, nil, body))
            pins.append(hash("stamp", key, time, nil))
        } else if time != nil {
            pins.append(hash("stamp", key, time, nil))
        } else if body != nil {
            pins.append(hash("text", key, nil, body))
        }
        return pins
    }

    private static func hash(_ kind: String, _ key: Int64, _ time: [UInt8]?, _ text: UInt64?) -> Int64 {
        let parts = "\(kind) \(key) \(text.map { "\($0)" } ?? "-") "
        return Int64(bitPattern: FNV1a.hash(Array(parts.utf8) + (time ?? [])))
    }
}
