import ArgumentParser

/// `news-archive identity`, the commands about which records are one article.
struct Identity: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look at why records are one article, and join or split articles by hand.",
        subcommands: [
            IdentityExplain.self, IdentityReview.self, IdentityJoin.self, IdentitySplit.self,
            IdentityUndo.self, IdentityList.self,
        ])
}
