import SearchProtocol

await ContenderSession.run { path in try GRDBSearch(path: path) }
