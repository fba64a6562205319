import NewsArchiveSQLite

extension RankedQuery {
    /// A text query as the ranked search knows it, in the same order as ``MatchExpression`` writes it; nil where it is
    /// left to FTS5: hundreds of texts.
    convenience init?(_ query: Query) throws {
        try self.init()
        do {
            guard try push(query, columns: [.headline, .body]) else { return nil }
        } catch let error as SQLiteError where error.code == ResultCode.notFound {
            return nil
        }
    }

    private func push(_ query: Query, columns: Columns) throws -> Bool {
        switch query {
        case .words(let text): return try push(text, isBeginning: false, columns)
        case .beginning(let text): return try push(text, isBeginning: true, columns)
        case .headline(let inner): return try push(inner, columns: columns.intersection(.headline))
        case .body(let inner): return try push(inner, columns: columns.intersection(.body))
        case .forms(let inner): return try push(inner, columns: columns)
        case .any(let parts):
            for part in parts { guard try push(part, columns: columns) else { return false } }
            try join(.any, parts.count)
            return true
        case .all(let parts): return try pushAll(parts, columns)
        case .near(let text, let distance): return try push(near: text, distance, columns)
        case .not, .since, .until, .source, .views: return false
        }
    }

    private func push(_ text: String, isBeginning: Bool, _ columns: Columns) throws -> Bool {
        let tokens = Tokenizer.tokens(of: text, inQuery: true)
        guard let last = tokens.last else { return false }
        try push(
            tokens.map(\.text), lastIsPrefix: isBeginning || last.isSingleIdeograph, columns: columns)
        return true
    }

    private func push(near text: String, _ distance: Int, _ columns: Columns) throws -> Bool {
        let words = Tokenizer.tokens(of: text, inQuery: true).filter { !$0.isColocated }
        for word in words {
            try push([word.text], lastIsPrefix: word.isSingleIdeograph, columns: columns)
        }
        if words.count > 1 { try joinNear(words.count, distance: distance) }
        return !words.isEmpty
    }

    private func pushAll(_ parts: [Query], _ columns: Columns) throws -> Bool {
        var wanted: [Query] = []
        var denied: [Query] = []
        for part in parts {
            if case .not(let inner) = part { denied.append(inner) } else { wanted.append(part) }
        }
        guard !wanted.isEmpty else { return false }
        for part in wanted { guard try push(part, columns: columns) else { return false } }
        try join(.all, wanted.count)
        for part in denied { guard try push(part, columns: columns) else { return false } }
        try join(.but, denied.count + 1)
        return true
    }
}
