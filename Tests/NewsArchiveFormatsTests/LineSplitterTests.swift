import Testing

@testable import NewsArchiveFormats

struct LineSplitterTests {
    @Test(arguments: [1, 2, 3, 5, .max])
    func linesAreTheSameWhateverThePieces(size: Int) {
        let lines = split("One\n\n  Two \r\nThree", pieces: size)
        #expect(lines.map(\.text) == ["One", "", "Two", "Three"])
        #expect(lines.map(\.number) == [1, 2, 3, 4])
        #expect(lines.map(\.byteOffset) == [0, 4, 5, 13])
        #expect(lines.map(\.textOffset) == [0, 4, 7, 13])
        #expect(lines.map(\.isTooLong) == [false, false, false, false])
    }

    @Test func nothingHasNoLine() {
        #expect(split("").isEmpty)
    }

    @Test(arguments: ["One", "One\n"])
    func aLineEndAtTheEndMakesNoFurtherLine(text: String) {
        #expect(split(text).map(\.text) == ["One"])
    }

    @Test(arguments: [1, 2, .max])
    func aByteOrderMarkGoesAtTheStartOfALine(size: Int) {
        let lines = split("\u{FEFF} One\n\u{FEFF}Two", pieces: size)
        #expect(lines.map(\.text) == ["One", "Two"])
        #expect(lines.map(\.textOffset) == [4, 11])
    }

    @Test(arguments: [1, 3, 10, .max])
    func aLineOverTheLimitIsCountedAndItsTextIsLetGo(size: Int) {
        let lines = split("four\nfives\nfour\nlonger than five\nend", pieces: size, limit: 4)
        #expect(lines.map(\.isTooLong) == [false, true, false, true, false])
        #expect(lines.map(\.text) == ["four", "", "four", "", "end"])
        #expect(lines.map(\.byteOffset) == [0, 5, 11, 16, 33])
    }

    @Test func theBytesHandedOverAreCounted() {
        var splitter = LineSplitter()
        let bytes = Array("One\nTwo".utf8)
        bytes.withUnsafeBytes { splitter.split($0, limit: 100) { _ in } }
        #expect(splitter.byteOffset == 4)
        splitter.finish { _ in }
        #expect(splitter.byteOffset == 7)
    }

    private struct Copy {
        let number: Int
        let byteOffset: Int
        let text: String
        let textOffset: Int
        let isTooLong: Bool

        init(_ line: Line) {
            number = line.number
            byteOffset = line.byteOffset
            text = String(decoding: line.text, as: UTF8.self)
            textOffset = line.textOffset
            isTooLong = line.isTooLong
        }
    }

    private func split(_ text: String, pieces size: Int = .max, limit: Int = 1000) -> [Copy] {
        var splitter = LineSplitter()
        var lines: [Copy] = []
        Array(text.utf8).withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let piece = rest.prefix(size)
                splitter.split(UnsafeRawBufferPointer(rebasing: piece), limit: limit) {
                    lines.append(Copy($0))
                }
                rest = rest.dropFirst(piece.count)
            }
        }
        splitter.finish { lines.append(Copy($0)) }
        return lines
    }
}
