/// Which field of a JSON object, or column of a table, holds which part of an article.
public struct FieldNames: Equatable, Sendable {
    /// The names that a person gave, which go before the usual ones.
    public var given: [ArticleField: String]

    /// The usual names, and those given.
    public init(given: [ArticleField: String] = [:]) {
        self.given = given
    }

    /// The given names that are not among the fields that a dump has, sorted.
    public func missing(in found: [FoundField]) -> [String] {
        let names = Set(found.map { Self.folded($0.name) })
        return given.values.filter { !names.contains(Self.folded($0)) }.sorted()
    }

    /// A name as names are compared: in lower case, letters and digits alone, so that "pub_date" is "Pub Date" and "pubDate".
    static func folded(_ name: String) -> String {
        var folded = ""
        for scalar in name.unicodeScalars {
            if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                folded.unicodeScalars.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return folded
    }
}

/// A field that records of a dump have.
public struct FoundField: Hashable, Sendable {
    /// Its name as the dump writes it.
    public let name: String
    /// The part of an article that it is read as; nil where it is not read.
    public let field: ArticleField?
}

/// A parser whose records have fields with names.
public protocol FieldedParser: DumpParser {
    /// The fields that were found so far, in the order in which they came, 256 at most.
    var fieldsFound: [FoundField] { get }
}
