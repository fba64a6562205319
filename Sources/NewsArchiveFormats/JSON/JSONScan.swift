/// Finds where a JSON value ends, and where it stops being one, however its bytes are cut into pieces.
///
/// More is taken than the standard allows, where it is plain what is meant: a comma before a closing bracket, comments,
/// NaN and Infinity, control characters in strings.
struct JSONScan {
    /// What was found up to the end of the bytes.
    enum Outcome: Equatable {
        /// The value goes on.
        case more
        /// The value ends before the position.
        case complete
        /// What stands at the position cannot stand there.
        case broken(String)
        /// More brackets are open at the position than are followed.
        case tooDeep
    }

    private enum Expectation {
        case value, valueOrEnd, keyOrEnd, colon, commaOrEnd
    }

    private enum Lexeme {
        case none, string, escape, word, slash, lineComment, blockComment, blockCommentStar
    }

    /// Values stand within each other no deeper than this.
    static let maximumDepth = 512
    // A longer comment is one that was never closed, or no comment.
    private static let maximumComment = 1024

    /// How many brackets are open.
    private(set) var depth = 0
    // For each open bracket, the outermost first, whether it is an object's.
    private var isObject: [Bool] = []
    private var expectation = Expectation.value
    private var lexeme = Lexeme.none
    private var word: [UInt8] = []
    private var commentLength = 0

    /// Whether the last byte stands in a string.
    var isInString: Bool { lexeme == .string || lexeme == .escape }

    /// Starts with another value.
    mutating func reset() {
        depth = 0
        isObject.removeAll(keepingCapacity: true)
        expectation = .value
        lexeme = .none
        word.removeAll(keepingCapacity: true)
    }

    /// Reads on at a position, and leaves it where the value ends or breaks.
    mutating func scan(_ bytes: UnsafeRawBufferPointer, from position: inout Int) -> Outcome {
        while position < bytes.count {
            let outcome: Outcome
            switch lexeme {
            case .none: outcome = readMark(bytes[position], &position)
            case .string: outcome = readString(bytes, &position)
            case .word: outcome = readWord(bytes, &position)
            case .escape:
                position += 1
                lexeme = .string
                outcome = .more
            case .slash, .lineComment, .blockComment, .blockCommentStar:
                outcome = readComment(bytes[position], &position)
            }
            if outcome != .more { return outcome }
        }
        return .more
    }

    /// Says that no more bytes come.
    mutating func finish() -> Outcome {
        if lexeme == .word, depth == 0 { return endWord() }
        return .broken("ends before its JSON is complete")
    }
}

extension JSONScan {
    private mutating func readString(_ bytes: UnsafeRawBufferPointer, _ position: inout Int) -> Outcome {
        JSONBytes.skipText(bytes, &position)
        guard position < bytes.count else { return .more }
        let byte = bytes[position]
        position += 1
        guard byte == UInt8(ascii: "\"") else {
            lexeme = .escape
            return .more
        }
        lexeme = .none
        if expectation == .keyOrEnd {
            expectation = .colon
            return .more
        }
        return endValue()
    }

    private mutating func endValue() -> Outcome {
        if depth == 0 { return .complete }
        expectation = .commaOrEnd
        return .more
    }

    private mutating func readMark(_ byte: UInt8, _ position: inout Int) -> Outcome {
        switch byte {
        case 0x20, 0x09...0x0D: break
        case UInt8(ascii: "\""):
            guard expectsValue || expectation == .keyOrEnd else { return unexpected(byte) }
            lexeme = .string
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            guard expectsValue else { return unexpected(byte) }
            guard depth < Self.maximumDepth else { return .tooDeep }
            open(isObject: byte == UInt8(ascii: "{"))
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            guard mayClose(isObject: byte == UInt8(ascii: "}")) else { return unexpected(byte) }
            position += 1
            isObject.removeLast()
            depth -= 1
            return endValue()
        case UInt8(ascii: ":"):
            guard expectation == .colon else { return unexpected(byte) }
            expectation = .value
        case UInt8(ascii: ","):
            guard expectation == .commaOrEnd else { return unexpected(byte) }
            expectation = isObject.last == true ? .keyOrEnd : .valueOrEnd
        case UInt8(ascii: "/"): lexeme = .slash
        default:
            guard expectsValue, JSONBytes.isWord(byte) else { return unexpected(byte) }
            lexeme = .word
            return .more
        }
        position += 1
        return .more
    }

    private var expectsValue: Bool { expectation == .value || expectation == .valueOrEnd }

    private mutating func open(isObject: Bool) {
        self.isObject.append(isObject)
        depth += 1
        expectation = isObject ? .keyOrEnd : .valueOrEnd
    }

    private func mayClose(isObject: Bool) -> Bool {
        guard self.isObject.last == isObject else { return false }
        return expectation == .commaOrEnd || expectation == (isObject ? .keyOrEnd : .valueOrEnd)
    }

    private mutating func readWord(_ bytes: UnsafeRawBufferPointer, _ position: inout Int) -> Outcome {
        let byte = bytes[position]
        guard JSONBytes.isWord(byte) else { return endWord() }
        if word.count < 32 { word.append(byte) }
        position += 1
        return .more
    }

    private mutating func endWord() -> Outcome {
        defer { word.removeAll(keepingCapacity: true) }
        lexeme = .none
        let text = String(decoding: word, as: UTF8.self)
        let isNumber = word.contains(where: \.isDigit) && word.allSatisfy(JSONBytes.isPartOfNumber)
        guard isNumber || Self.words.contains(text) else {
            return .broken("has \"\(text)\" where a value is expected")
        }
        return endValue()
    }

    private static let words: Set<String> = [
        "true", "false", "null", "NaN", "Infinity", "-Infinity", "+Infinity",
    ]

    private mutating func readComment(_ byte: UInt8, _ position: inout Int) -> Outcome {
        position += 1
        commentLength += 1
        guard lexeme == .slash || commentLength <= Self.maximumComment else {
            return .broken("has a comment that is not closed")
        }
        switch lexeme {
        case .slash:
            guard byte == UInt8(ascii: "/") || byte == UInt8(ascii: "*") else {
                position -= 1
                return unexpected(UInt8(ascii: "/"))
            }
            lexeme = byte == UInt8(ascii: "/") ? .lineComment : .blockComment
            commentLength = 0
        case .lineComment: if byte == 0x0A { lexeme = .none }
        case .blockComment: if byte == UInt8(ascii: "*") { lexeme = .blockCommentStar }
        default:
            if byte == UInt8(ascii: "/") {
                lexeme = .none
            } else if byte != UInt8(ascii: "*") {
                lexeme = .blockComment
            }
        }
        return .more
    }

    private func unexpected(_ byte: UInt8) -> Outcome {
        let found =
            byte >= 0x20 && byte < 0x7F ? "\"\(Character(Unicode.Scalar(byte)))\"" : "the byte \(byte)"
        let wanted =
            switch expectation {
            case .value, .valueOrEnd: "a value"
            case .keyOrEnd: "a name in quotation marks"
            case .colon: "a colon"
            case .commaOrEnd: "a comma or a closing bracket"
            }
        return .broken("has \(found) where \(wanted) is expected")
    }
}
