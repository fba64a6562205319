import NewsArchiveSQLite

extension HandDecisions {
    /// Takes back the latest join or split, or the one with a number.
    func undo(_ number: IdentityChange.ID?) throws -> IdentityChange {
        let change = try log.undoable(number)
        switch change.kind {
        case .join: try undoJoin(change)
        case .split: try undoSplit(change)
        }
        try log.end(change.id)
        return try log.change(change.id)
    }

    private func undoJoin(_ change: IdentityChange) throws {
        let stored = try dossier(change.article)
        let decisions = try log.decisions(change.id)
        let (part, rest) = stored.parted { decisions[$0.place] != nil }
        // All that was joined may have been taken back or pruned since.
        guard !part.sightings.isEmpty, let id = stored.id else { return }
        try log.forget(change.other)
        let former = part.decided { decisions[$0.place] ?? $0.decision }
        let minute = former.composed?.state.minute
        let restored = try write(former, as: minute == change.other.minute ? change.other : nil)
        if restored == change.other {
            try editor.rows.changes.restore(restored)
        } else {
            try editor.rows.lead(change.other, to: restored, .moved)
        }
        try log.handBack(change, from: id, to: restored)
        try write(rest, replacing: stored)
    }

    private func undoSplit(_ change: IdentityChange) throws {
        let (stored, part) = (try dossier(change.article), try dossier(change.other))
        guard stored.id != part.id else { return }
        let decisions = try log.decisions(change.id)
        try merge(part, into: stored) { decisions[$0.place] ?? $0.decision }
    }
}
