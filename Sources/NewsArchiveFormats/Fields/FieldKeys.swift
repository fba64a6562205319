/// The names of fields as they come, each looked up once in a dump.
struct FieldKeys {
    private struct Key {
        let bytes: [UInt8]
        let match: FieldIndex.Match?
    }

    private let index: FieldIndex
    private var keys: [Key] = []
    // Records have their fields in the same order mostly.
    private var next = 0

    /// More names than this are the values of something, not names: they are looked up and forgotten.
    private static let maximumCount = 256

    init(_ names: FieldNames) {
        index = FieldIndex(names)
    }

    /// The fields that were found, in the order in which they came.
    var found: [FoundField] {
        keys.map { FoundField(name: String(decoding: $0.bytes, as: UTF8.self), field: $0.match?.field) }
    }

    /// What a name stands for; nil when it is none that is known.
    mutating func match(_ name: UnsafeRawBufferPointer) -> FieldIndex.Match? {
        if next < keys.count, keys[next].bytes.elementsEqual(name) { return take(next) }
        if let place = keys.firstIndex(where: { $0.bytes.elementsEqual(name) }) { return take(place) }
        let match = index.match(String(decoding: name, as: UTF8.self))
        if keys.count < Self.maximumCount {
            keys.append(Key(bytes: Array(name), match: match))
            next = keys.count
        }
        return match
    }

    private mutating func take(_ place: Int) -> FieldIndex.Match? {
        next = place + 1 < keys.count ? place + 1 : 0
        return keys[place].match
    }
}
