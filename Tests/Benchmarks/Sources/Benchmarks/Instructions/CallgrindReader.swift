/// The lines of a callgrind file, one after another.
struct CallgrindReader {
    private(set) var total: Int64?
    private(set) var instructions: [CallgrindProfile.Function: Int64] = [:]

    // A name is written once, and is a number in brackets after that.
    private var functions: [Substring: Substring] = [:]
    private var objects: [Substring: Substring] = [:]
    private var function: Substring = ""
    private var object: Substring = ""
    private var isCallAhead = false

    mutating func read(_ line: Substring) {
        if let first = line.utf8.first, Self.startsCosts(first) {
            // What a call took has been counted where it was spent.
            if isCallAhead { isCallAhead = false } else { count(line) }
        } else if let sign = line.firstIndex(where: { $0 == "=" || $0 == ":" }) {
            set(line[..<sign], line[line.index(after: sign)...])
        }
    }

    private mutating func set(_ key: Substring, _ value: Substring) {
        switch key {
        case "fn": function = Self.name(value, &functions)
        case "cfn": _ = Self.name(value, &functions)
        case "ob": object = Self.name(value, &objects)
        case "cob": _ = Self.name(value, &objects)
        case "calls": isCallAhead = true
        // Both say the same; some versions write only one of them.
        case "totals", "summary": total = value.split(separator: " ").first.flatMap { Int64($0) } ?? total
        default: break
        }
    }

    private mutating func count(_ line: Substring) {
        guard let cost = line.split(separator: " ").dropFirst().first.flatMap({ Int64($0) }) else { return }
        let file = object.split(separator: "/").last ?? object
        instructions[.init(name: String(function), object: String(file)), default: 0] += cost
    }

    private static func name(_ text: Substring, _ names: inout [Substring: Substring]) -> Substring {
        guard text.first == "(", let end = text.firstIndex(of: ")") else { return text }
        let key = text[...end]
        let name = text[text.index(after: end)...].drop { $0 == " " }
        if !name.isEmpty { names[key] = name }
        return names[key] ?? key
    }

    // A digit, or +, - and *, which are places near the last one.
    private static func startsCosts(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || byte == 0x2A || byte == 0x2B || byte == 0x2D
    }
}
