import SearchProtocol

// OurSearch FILE RUNS SECONDS [--ids]
await ContenderSession.run { path in
    try OurSearch(path: path, onlyIDs: CommandLine.arguments.contains("--ids"))
}
