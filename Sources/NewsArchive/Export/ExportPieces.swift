import NewsArchiveSQLite

/// Hands on what an export writes, in pieces.
final class ExportPieces {
    /// How many bytes a piece has, but for the rest of its last article.
    private static let length = 65_536

    private let stop: StopFlag?
    private let write: ([UInt8]) throws -> Void
    private var piece: [UInt8] = []
    private var count = 0

    init(stop: StopFlag? = nil, write: @escaping ([UInt8]) throws -> Void) {
        self.stop = stop
        self.write = write
        piece.reserveCapacity(Self.length * 2)
    }

    /// Takes what was written of an article.
    ///
    /// - Throws: a `CancellationError` when the export is to end; what the receiver throws.
    func add(_ bytes: [UInt8]) throws {
        if stop?.isSet == true { throw CancellationError() }
        piece += bytes
        if piece.count >= Self.length { try hand() }
    }

    /// Hands over the rest. How many bytes there were in all.
    func finish() throws -> Int {
        try hand()
        return count
    }

    private func hand() throws {
        guard !piece.isEmpty else { return }
        try write(piece)
        count += piece.count
        piece.removeAll(keepingCapacity: true)
    }
}
