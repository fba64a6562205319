import ArgumentParser
import NewsArchive

/// Arguments that take all that is no option.
enum Arguments {
    /// The arguments without the first `--`, behind which nothing is an option.
    static func withoutTerminator(_ arguments: [String]) -> [String] {
        guard let terminator = arguments.firstIndex(of: "--") else { return arguments }
        return Array(arguments[..<terminator] + arguments[(terminator + 1)...])
    }

    /// The article's id that arguments are, alone.
    static func articleID(_ arguments: [String]) throws -> ArticleID {
        let id = withoutTerminator(arguments)
        guard id.count == 1, let number = Int64(id[0]) else {
            throw ValidationError("An article's id is one number, as search prints it.")
        }
        return ArticleID(rawValue: number)
    }

    /// The articles' ids that arguments are, so many of them.
    static func articleIDs(_ arguments: [String], _ count: ClosedRange<Int>) throws -> [ArticleID] {
        let texts = withoutTerminator(arguments)
        let numbers = texts.compactMap { Int64($0) }
        guard numbers.count == texts.count, count.contains(numbers.count) else {
            let expected = count.lowerBound == count.upperBound ? "\(count.lowerBound)" : "1 or 2"
            throw ValidationError("It takes \(expected) ids of articles: numbers, as search prints them.")
        }
        return numbers.map(ArticleID.init(rawValue:))
    }
}
