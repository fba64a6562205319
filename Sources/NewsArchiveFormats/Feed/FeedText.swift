#if Feeds
    internal import CNewsArchiveXML

    /// The text of an element, by what its element and its attributes say of its kind.
    enum FeedText {
        private enum Kind {
            case plain
            case html
            case unsaid
            case base64
            /// A picture, a film, or so it says: in base64, and seldom something to read.
            case media
            case none
        }

        /// What a reader sees of the field; empty where it is none to read.
        static func text(of field: FeedField) -> [UInt8] {
            switch kind(of: field) {
            case .plain: return HTMLText.plain(field.bytes)
            case .html: return HTMLText.text(of: field.bytes)
            case .unsaid: return text(of: field.bytes)
            case .base64:
                // What is no base64 of a text was meant as it stands, whatever type it was given.
                return Base64.decode(field.bytes).flatMap(textOfDecoded) ?? text(of: field.bytes)
            case .media: return Base64.decode(field.bytes).flatMap(textOfDecoded) ?? []
            case .none: return []
            }
        }

        /// What a reader sees of the field, on one line.
        static func line(of field: FeedField) -> [UInt8] { onOneLine(text(of: field)) }

        /// Text that may be HTML or not, on one line.
        static func line(of bytes: UnsafeRawBufferPointer) -> [UInt8] { onOneLine(text(of: bytes)) }

        private static func onOneLine(_ text: [UInt8]) -> [UInt8] {
            guard text.contains(UInt8(ascii: "\n")) else { return text }
            return text.map { $0 == UInt8(ascii: "\n") ? UInt8(ascii: " ") : $0 }
        }

        /// Text that may be HTML or not.
        static func text(of bytes: UnsafeRawBufferPointer) -> [UInt8] {
            HTMLText.looksLikeHTML(bytes) ? HTMLText.text(of: bytes) : HTMLText.plain(bytes)
        }

        private static func textOfDecoded(_ decoded: [UInt8]) -> [UInt8]? {
            decoded.withUnsafeBytes { UTF8Check.firstInvalidByte($0) == nil ? text(of: $0) : nil }
        }

        private static func kind(of field: FeedField) -> Kind {
            if field.has(NA_FEED_IS_MARKUP) || field.has(NA_FEED_HAS_ELEMENTS) { return .html }
            let type = field.attribute(NA_FEED_TYPE)?.lowercased()
            let mode = field.attribute(NA_FEED_MODE)?.lowercased()
            if mode == "base64" { return .base64 }
            guard field.has(NA_FEED_IS_ATOM) || field.has(NA_FEED_IS_ATOM_03) else { return .unsaid }
            switch type {
            case "html", "text/html", "xhtml", "application/xhtml+xml", "text/x-html": return .html
            case nil, "text", "text/plain": return mode == "escaped" ? .unsaid : .plain
            case let type? where type.hasPrefix("text/"): return .plain
            case let type? where ["image/", "audio/", "video/"].contains { type.hasPrefix($0) }: return .media
            case let type? where type.hasSuffix("xml"): return .html
            case let type? where type.contains("/"): return mode == nil ? .base64 : .none
            default: return .unsaid
            }
        }
    }
#endif
