import SearchProtocol

await ContenderSession.run { path in try PlainSearch(path: path) }
