// swift-tools-version: 6.2

import PackageDescription

// Measures the library beside plain SQL over the same file. A package of its own, which resolves nothing but NewsArchive,
// so that neither the library nor its tests carry it.
let package = Package(
    name: "Benchmarks",
    dependencies: [
        .package(name: "NewsArchive", path: "../..", traits: ["Feeds"]),
    ],
    targets: [
        .target(name: "CStockSQLite", linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(name: "StockSQLite", dependencies: ["CStockSQLite"], swiftSettings: settings),
        .executableTarget(
            name: "PlainC", linkerSettings: [.linkedLibrary("sqlite3")]),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "CStockSQLite", "StockSQLite",
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
