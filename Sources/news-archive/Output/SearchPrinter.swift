import Glibc
import NewsArchive

/// Prints what a search found, in the format that was asked for.
struct SearchPrinter {
    let format: SearchFormat
    /// What the archives are called, when there are several.
    let names: [String]

    /// - Parameter paths: of the archives that are searched.
    init(_ format: SearchFormat, paths: [String]) {
        self.format = format
        names = paths.count > 1 ? paths : []
    }

    func print(_ counts: [Count]) {
        switch format {
        case .json: Output.line(JSONText.pretty(counts))
        case .jsonl: for count in counts { Output.line(JSONText.compact(count)) }
        case .csv: Output.text(SearchCSV.text(counts))
        case .text:
            if counts.isEmpty { Output.message("nothing found") }
            Output.text(CountsText.text(counts, columns: Terminal.columns(of: STDOUT_FILENO)))
        }
    }

    func print(_ found: ArchiveSetResults, _ suggestions: [Suggestion]) {
        let shown = found.results.map {
            ShownResult(article: $0.article, archive: names.isEmpty ? nil : names[$0.archive])
        }
        switch format {
        case .json: Output.line(JSONText.pretty(SearchJSON(found, shown, suggestions: suggestions)))
        case .jsonl: for result in shown { Output.line(JSONText.compact(ResultJSON(result))) }
        case .csv: Output.text(SearchCSV.text(shown, namesArchives: !names.isEmpty))
        case .text:
            if found.isEmptyQuery {
                Output.message("nothing to search for: there is no word in \(found.query)")
            } else if shown.isEmpty {
                Output.message("nothing found for \(found.query)")
            } else {
                Output.text(SearchText.text(shown, style: .standardOutput))
            }
            for suggestion in suggestions { Output.message(SuggestionText.line(suggestion)) }
        }
    }

    /// Prints how each archive reads a query: the forms of its words are an archive's own.
    func print(_ explanations: [QueryExplanation]) {
        let texts = explanations.enumerated().map { place, explanation in
            let heading = names.isEmpty ? "" : "archive     \(TerminalText.plain(names[place]))\n"
            return heading + ExplanationText.text(explanation)
        }
        Output.text(texts.joined(separator: "\n"))
    }
}

/// An article that was found, and which archive it is from when there are several.
struct ShownResult {
    let article: SearchResult
    let archive: String?
}
