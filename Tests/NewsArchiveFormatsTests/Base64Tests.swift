import Testing

@testable import NewsArchiveFormats

struct Base64Tests {
    // RFC 4648 section 10.
    @Test(arguments: [
        ("", ""), ("Zg==", "f"), ("Zm8=", "fo"), ("Zm9v", "foo"), ("Zm9vYg==", "foob"),
        ("Zm9v\n YmFy", "foobar"),
    ])
    func lettersBecomeBytes(text: String, expected: String) {
        #expect(decode(text) == Array(expected.utf8))
    }

    @Test func whatIsNoBase64IsNothing() {
        #expect(decode("Zm9*") == nil)
    }

    private func decode(_ text: String) -> [UInt8]? {
        Array(text.utf8).withUnsafeBytes { Base64.decode($0) }
    }
}
