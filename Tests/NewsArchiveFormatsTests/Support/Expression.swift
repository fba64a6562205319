/// A value as feedparser's `Expect:` lines write it.
enum Expected: Equatable {
    case text(String)
    case numbers([Int])
}

/// What an `Expect:` line says of one value: `entries[0]['title'] == 'One'`.
struct Expectation: Equatable {
    /// Which entry.
    let entry: Int
    /// The keys after it, as in `content 0 value`.
    let path: [String]
    let value: Expected
}

/// Reads the small part of Python that the `Expect:` lines are written in.
struct ExpressionReader {
    private let characters: [Character]
    private var index = 0

    /// The comparisons of entries' values in a line; none when it holds something else beside them.
    static func expectations(in line: String) -> [Expectation] {
        var reader = ExpressionReader(characters: Array(line))
        return reader.conjunction() ?? []
    }

    private init(characters: [Character]) {
        self.characters = characters
    }

    private var current: Character? { index < characters.count ? characters[index] : nil }

    private mutating func skipSpaces() {
        while let character = current, character.isWhitespace { index += 1 }
    }

    private mutating func skip(_ text: String) -> Bool {
        skipSpaces()
        guard characters[index...].starts(with: text) else { return false }
        index += text.count
        return true
    }

    private mutating func conjunction() -> [Expectation]? {
        var found: [Expectation] = []
        repeat {
            if skip("(") {
                guard let inner = conjunction(), skip(")") else { return nil }
                found += inner
            } else if skip("not bozo") || skip("bozo") {
                continue
            } else if let expectation = comparison() {
                found += expectation
            } else {
                return nil
            }
        } while skip("and ")
        skipSpaces()
        return current == nil || current == ")" ? found : nil
    }

    // Empty for a comparison of something that is no entry's.
    private mutating func comparison() -> [Expectation]? {
        guard let path = path() else { return nil }
        guard skip("==") else { return nil }
        let start = index
        var others: [[String]] = []
        while let other = self.path(), skip("==") { others.append(other) }
        if others.isEmpty { index = start }
        guard let value = value() else { return nil }
        return ([path] + others).compactMap { path in
            guard path.count > 2, path[0] == "entries", let entry = Int(path[1]) else { return nil }
            return Expectation(entry: entry, path: Array(path[2...]), value: value)
        }
    }

    private mutating func path() -> [String]? {
        skipSpaces()
        let start = index
        var path: [String] = []
        while let name = word() {
            path.append(name)
            while current == "[" {
                index += 1
                guard let key = string() ?? word(), skip("]") else { return nil }
                path.append(key)
            }
            guard current == "." else { break }
            index += 1
        }
        if path.isEmpty || ["True", "False", "None", "u"].contains(path[0]) || Int(path[0]) != nil {
            index = start
            return nil
        }
        return path
    }

    private mutating func word() -> String? {
        let start = index
        while let character = current, character.isLetter || character.isNumber || character == "_" {
            index += 1
        }
        return index > start ? String(characters[start..<index]) : nil
    }

    private mutating func value() -> Expected? {
        skipSpaces()
        if current == "(" { return tuple() }
        guard var text = string() else { return nil }
        while skip("+") {
            skipSpaces()
            guard let more = string() else { return nil }
            text += more
        }
        return .text(text)
    }

    private mutating func tuple() -> Expected? {
        index += 1
        var numbers: [Int] = []
        while let word = {
            skipSpaces(); return self.word()
        }(), let number = Int(word) {
            numbers.append(number)
            if !skip(",") { break }
        }
        return skip(")") ? .numbers(numbers) : nil
    }

    private mutating func string() -> String? {
        skipSpaces()
        let start = index
        if current == "u" || current == "r" { index += 1 }
        guard let quote = current, quote == "'" || quote == "\"" else {
            index = start
            return nil
        }
        let isLong = characters[index...].starts(with: [quote, quote, quote])
        index += isLong ? 3 : 1
        var text = ""
        while let character = current {
            if character == quote, !isLong || characters[index...].starts(with: [quote, quote, quote]) {
                index += isLong ? 3 : 1
                return text
            }
            index += 1
            if character == "\\" { text += escape() } else { text.append(character) }
        }
        return nil
    }

    private mutating func escape() -> String {
        guard let kind = current else { return "" }
        index += 1
        switch kind {
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "x": return scalar(digits: 2)
        case "u": return scalar(digits: 4)
        case "U": return scalar(digits: 8)
        default: return String(kind)
        }
    }

    private mutating func scalar(digits: Int) -> String {
        let end = min(index + digits, characters.count)
        let number = UInt32(String(characters[index..<end]), radix: 16) ?? 0xFFFD
        index = end
        return Unicode.Scalar(number).map { String(Character($0)) } ?? "\u{FFFD}"
    }
}
