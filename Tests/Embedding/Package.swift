// swift-tools-version: 6.2

import PackageDescription

// A program that embeds the library, as somebody else's would: it resolves and builds nothing but NewsArchive.
let package = Package(
    name: "Embedding",
    dependencies: [.package(name: "NewsArchive", path: "../..", traits: [])],
    targets: [
        .executableTarget(
            name: "Embedding", dependencies: [.product(name: "NewsArchive", package: "NewsArchive")])
    ],
    swiftLanguageModes: [.v6]
)
