// swift-tools-version: 6.2

import PackageDescription

// Measures the library beside plain SQL over the same file, and beside others that do the same. A package of its own, so
// that nobody who embeds the library resolves what it is measured beside.
let package = Package(
    name: "Benchmarks",
    products: [.library(name: "Sigsuspend", type: .dynamic, targets: ["CSigsuspend"])],
    dependencies: [
        .package(name: "NewsArchive", path: "../..", traits: ["Feeds"]),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    ],
    targets: [
        .target(name: "CSigsuspend"),
        .target(name: "CStockSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(name: "StockSQLite", dependencies: ["CStockSQLite"], swiftSettings: settings),
        .executableTarget(
            name: "PlainC", linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(name: "SearchProtocol", swiftSettings: settings),
        .executableTarget(
            name: "OurSearch",
            dependencies: ["SearchProtocol", .product(name: "NewsArchive", package: "NewsArchive")],
            swiftSettings: settings),
        .executableTarget(
            name: "PlainSearch", dependencies: ["SearchProtocol", "StockSQLite"], swiftSettings: settings),
        .executableTarget(
            name: "GRDBSearch",
            dependencies: ["SearchProtocol", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: settings),
        .executableTarget(
            name: "GRDBImport", dependencies: [.product(name: "GRDB", package: "GRDB.swift")]),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "CStockSQLite", "SearchProtocol", "StockSQLite",
                .product(name: "NewsArchive", package: "NewsArchive"),
            ],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)

var settings: [SwiftSetting] {
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        // Everything but the archive's own work is done in turn, on one thread.
        .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    ]
}
