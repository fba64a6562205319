/// What a parser is told about a dump that the dump does not say itself.
public struct ParserOptions: Equatable, Sendable {
    /// The names of fields, for formats that have such.
    public var fieldNames: FieldNames

    /// Options with the given values.
    public init(fieldNames: FieldNames = FieldNames()) {
        self.fieldNames = fieldNames
    }
}
