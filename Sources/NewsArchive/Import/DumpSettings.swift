/// What decides how a dump's records are read: an import that was stopped goes on with the same.
struct DumpSettings: Equatable {
    let identity: String
    let timeZone: String
    let source: String?
    let format: String
    let packing: String
    let encoding: String
    /// The names that fields were given: `headline=Titel`, one a line.
    let fieldNames: String

    init(_ options: ImportOptions, _ inspection: DumpInspection) {
        identity = options.identity.rawValue
        timeZone = options.localTime.name
        source = inspection.source
        format = inspection.format.rawValue
        packing = inspection.packing.rawValue
        encoding = inspection.encoding.name
        fieldNames = options.fieldNames.given.map { "\($0.key.rawValue)=\($0.value)" }.sorted()
            .joined(separator: "\n")
    }

    init(
        identity: String, timeZone: String, source: String?, format: String, packing: String,
        encoding: String,
        fieldNames: String
    ) {
        self.identity = identity
        self.timeZone = timeZone
        self.source = source
        self.format = format
        self.packing = packing
        self.encoding = encoding
        self.fieldNames = fieldNames
    }
}

extension DumpSettings: CustomStringConvertible {
    var description: String {
        var parts = [
            "identity \(identity)", "time zone \(timeZone)", "source \(source ?? "none")", "format \(format)",
            "encoding \(encoding)",
        ]
        if !fieldNames.isEmpty {
            parts.append("map \(fieldNames.split(separator: "\n").joined(separator: " "))")
        }
        return parts.joined(separator: ", ")
    }
}
