/// What is left of an address when nothing counts that changes between two links to the same page.
///
/// `http` and `https`, the case of the host, default ports, slashes at the end, parameters that say where a reader
/// came from, fragments that are numbers, and needless percent-encoding do not count (RFC 3986, section 6.2).
struct CanonicalLink: Hashable, Sendable {
    let utf8: [UInt8]
    /// The 64-bit FNV-1a hash, as it is stored.
    let hash: Int64

    /// The canonical form of a link; nil for what is no address of a page on the web, or only that of a whole site.
    init?(_ url: String) {
        var rest = Array(url.utf8)[...]
        guard let scheme = Self.takeScheme(&rest) else { return nil }
        let fragment = Self.takeSuffix(of: &rest, from: UInt8(ascii: "#"))
        let query = Self.takeSuffix(of: &rest, from: UInt8(ascii: "?")).map(Self.telling) ?? []
        let slash = rest.firstIndex(of: UInt8(ascii: "/")) ?? rest.endIndex
        guard let host = Self.host(rest[..<slash], defaultPort: scheme) else { return nil }
        var path = rest[slash...]
        while path.last == UInt8(ascii: "/") { path.removeLast() }
        guard !path.isEmpty || !query.isEmpty else { return nil }
        var whole = host + Self.plainlyEncoded(path)
        if !query.isEmpty { whole += [UInt8(ascii: "?")] + Self.plainlyEncoded(query[...]) }
        if let fragment, !fragment.allSatisfy({ (0x30...0x39).contains($0) }) {
            whole += [UInt8(ascii: "#")] + fragment
        }
        utf8 = whole
        hash = Int64(bitPattern: FNV1a.hash(whole))
    }

    /// Parameters that say where a reader came from, and not what the page is. Those that begin with `utm_`, too.
    private static let tracking: Set<String> = [
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "ysclid", "twclid", "igshid",
        "mc_cid",
        "mc_eid", "xtor", "wt_mc", "wt.mc_id", "ncid", "cmpid", "_openstat", "ns_campaign", "ns_mchannel",
        "ns_source",
    ]
}

extension CanonicalLink {
    private static func takeScheme(_ rest: inout ArraySlice<UInt8>) -> String? {
        for scheme in ["https", "http"] {
            let start = Array("\(scheme)://".utf8)
            guard rest.prefix(start.count).map(\.asciiLowercased) == start else { continue }
            rest = rest.dropFirst(start.count)
            return scheme
        }
        return nil
    }

    private static func takeSuffix(of rest: inout ArraySlice<UInt8>, from mark: UInt8) -> ArraySlice<UInt8>? {
        guard let index = rest.firstIndex(of: mark) else { return nil }
        defer { rest = rest[..<index] }
        return rest[(index + 1)...]
    }

    private static func host(_ authority: ArraySlice<UInt8>, defaultPort scheme: String) -> [UInt8]? {
        var host = authority.map(\.asciiLowercased)
        let port = Array((scheme == "https" ? ":443" : ":80").utf8)
        if host.suffix(port.count).elementsEqual(port) { host.removeLast(port.count) }
        while host.last == UInt8(ascii: ".") || host.last == UInt8(ascii: ":") { host.removeLast() }
        return host.isEmpty ? nil : host
    }

    private static func telling(_ query: ArraySlice<UInt8>) -> [UInt8] {
        let parameters = query.split(separator: UInt8(ascii: "&")).filter { parameter in
            // A link may have been escaped once too often.
            let bare = parameter.starts(with: Array("amp;".utf8)) ? parameter.dropFirst(4) : parameter
            let name = String(
                decoding: bare.prefix { $0 != UInt8(ascii: "=") }.map(\.asciiLowercased), as: UTF8.self)
            return !name.hasPrefix("utm_") && !tracking.contains(name)
        }
        return Array(parameters.joined(separator: [UInt8(ascii: "&")]))
    }

    /// Unreserved characters as they are, and the hexadecimal digits of all others in upper case.
    private static func plainlyEncoded(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var plain: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            let digits = rest.prefix(2)
            guard byte == UInt8(ascii: "%"), digits.count == 2, digits.allSatisfy(\.isHexadecimal),
                let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
            else {
                plain.append(byte)
                continue
            }
            rest = rest.dropFirst(2)
            plain += value.isUnreserved ? [value] : [byte] + digits.map(\.asciiUppercased)
        }
        return plain
    }
}

extension UInt8 {
    private static let letters = UInt8(ascii: "A")...UInt8(ascii: "Z")

    fileprivate var asciiLowercased: UInt8 { Self.letters.contains(self) ? self | 0x20 : self }

    fileprivate var asciiUppercased: UInt8 { Self.letters.contains(self & 0xDF) ? self & 0xDF : self }

    fileprivate var isHexadecimal: Bool {
        (0x30...0x39).contains(self) || (0x61...0x66).contains(self | 0x20)
    }

    /// RFC 3986, section 2.3.
    fileprivate var isUnreserved: Bool {
        Self.letters.contains(self & 0xDF) || (0x30...0x39).contains(self) || "-._~".utf8.contains(self)
    }
}
