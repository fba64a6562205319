/// An address, absolute or relative, in the parts that RFC 3986 section 3 names.
struct WebAddress {
    private var scheme: Substring?
    private var authority: Substring?
    private var path: Substring
    private var query: Substring?
    private var fragment: Substring?

    init(_ text: String) {
        var rest = text[...]
        (rest, fragment) = Self.cut(rest, at: "#")
        (rest, query) = Self.cut(rest, at: "?")
        if let colon = rest.utf8.firstIndex(of: UInt8(ascii: ":")), Self.isScheme(rest[..<colon]) {
            scheme = rest[..<colon]
            rest = rest[rest.utf8.index(after: colon)...]
        }
        if rest.hasPrefix("//") {
            let start = rest.utf8.index(rest.startIndex, offsetBy: 2)
            let end = rest[start...].utf8.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
            authority = rest[start..<end]
            rest = rest[end...]
        }
        path = rest
    }

    /// Whether it says where something is found without another address.
    var isAbsolute: Bool { scheme != nil }

    /// An address seen from another one: RFC 3986 section 5.2. As it is where the base says nothing.
    static func resolve(_ reference: String, against base: String?) -> String {
        let reference = plain(reference)
        guard let base = base.map({ plain($0) }), !base.isEmpty else { return reference }
        let from = WebAddress(reference)
        if from.isAbsolute { return reference }
        let to = WebAddress(base)
        return from.seen(from: to).text
    }

    /// Without what browsers leave out of an address, and with & where it was escaped twice.
    static func plain(_ text: String) -> String {
        var plain = text
        if text.utf8.contains(where: { $0 < 0x20 }) { plain.removeAll { $0 == "\t" || $0.isNewline } }
        guard plain.utf8.contains(UInt8(ascii: "&")) else { return plain }
        return plain.split(separator: "&amp;", omittingEmptySubsequences: false).joined(separator: "&")
    }

    var text: String {
        var text = ""
        if let scheme { text += scheme + ":" }
        if let authority { text += "//" + authority }
        text += path
        if let query { text += "?" + query }
        if let fragment { text += "#" + fragment }
        return text
    }

    private func seen(from base: WebAddress) -> WebAddress {
        var target = self
        target.scheme = base.scheme
        guard authority == nil else {
            target.path = Self.withoutDots(path)
            return target
        }
        target.authority = base.authority
        if path.isEmpty {
            target.path = base.path
            target.query = query ?? base.query
        } else if path.hasPrefix("/") {
            target.path = Self.withoutDots(path)
        } else {
            target.path = Self.withoutDots(Substring(merged(with: base)))
        }
        return target
    }

    // RFC 3986 section 5.2.3.
    private func merged(with base: WebAddress) -> String {
        if base.authority != nil, base.path.isEmpty { return "/" + path }
        guard let slash = base.path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return String(path) }
        return String(base.path[...slash] + path)
    }

    // RFC 3986 section 5.2.4, over the parts between slashes.
    private static func withoutDots(_ path: Substring) -> Substring {
        guard
            path.contains("./") || path.hasSuffix("/.") || path.hasSuffix("/..") || path == "."
                || path == ".."
        else { return path }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        var kept: [Substring] = []
        let isRooted = path.hasPrefix("/")
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            if part == ".." {
                if kept.count > (isRooted ? 1 : 0) { kept.removeLast() }
                if isLast { kept.append("") }
            } else if part == "." {
                if isLast { kept.append("") }
            } else {
                kept.append(part)
            }
        }
        return Substring(kept.joined(separator: "/"))
    }

    private static func cut(_ text: Substring, at mark: Character) -> (Substring, Substring?) {
        guard let ascii = mark.asciiValue, let index = text.utf8.firstIndex(of: ascii) else {
            return (text, nil)
        }
        return (text[..<index], text[text.utf8.index(after: index)...])
    }

    private static func isScheme(_ text: Substring) -> Bool {
        guard let first = text.utf8.first, isLetter(first) else { return false }
        return text.utf8.allSatisfy { isLetter($0) || $0.isDigit || "+-.".utf8.contains($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
