import NewsArchiveSQLite
extension Archive {
    /// Makes two articles one: the sightings and wordings of the other are the first's from now on, and its id leads there.
    ///
    /// Later records like those that were the other's go to the first one, too. ``undoIdentityChange(_:)`` takes it back.
    ///
    /// - Throws: ``ArchiveError``, ``ArchiveError/noSuchArticle(_:)`` and ``ArchiveError/notApplicable(_:)`` among them.
    @discardableResult
    public func join(_ article: ArticleID, with other: ArticleID) async throws -> IdentityChange {
        try await deciding { try $0.join(article, other) }
    }

    /// Makes sightings of an article an article of their own.
    ///
    /// Later records like them go there, too. ``undoIdentityChange(_:)`` takes it back.
    ///
    /// - Parameters:
    ///   - article: The article that keeps the other sightings.
    ///   - sightings: Some of its sightings, and not all.
    /// - Throws: ``ArchiveError``, ``ArchiveError/noSuchArticle(_:)`` and ``ArchiveError/notApplicable(_:)`` among them.
    @discardableResult
    public func split(_ article: ArticleID, sightings: [Sighting]) async throws -> IdentityChange {
        let places = Set(sightings.map { SightingPlace(dump: $0.dumpID, position: $0.position) })
        return try await deciding { try $0.split(article, places) }
    }

    /// Takes back a join or a split: the articles are as they were, with what later dumps said of them.
    ///
    /// - Parameter change: Which; nil for the latest that holds. One on which a later one rests cannot be taken back before it.
    /// - Throws: ``ArchiveError``, ``ArchiveError/notApplicable(_:)`` among them.
    @discardableResult
    public func undoIdentityChange(_ change: IdentityChange.ID? = nil) async throws -> IdentityChange {
        try await deciding { try $0.undo(change) }
    }

    /// The joins and splits that were made by hand, latest first, also those that were undone.
    ///
    /// - Throws: ``ArchiveError``.
    public func identityChanges() async throws -> [IdentityChange] {
        try await read { connection in try HandDecisionLog(connection).changes() }
    }

    private func deciding(
        _ work: @escaping @Sendable (HandDecisions) throws -> IdentityChange
    ) async throws -> IdentityChange {
        try await editing { connection, editor, _ in
            let change = try work(try HandDecisions(connection, editor))
            try editor.finish()
            return change
        }
    }
}
