// swift-tools-version: 6.2

import PackageDescription

let package = Package(
    name: "NewsArchive",
    products: [
        .library(name: "NewsArchive", targets: ["NewsArchive"]),
        .executable(name: "news-archive", targets: ["news-archive"]),
    ],
    traits: [
        .trait(
            name: "Command",
            description: "The news-archive command. Switch it off (traits: []) to embed the library alone."),
        .default(enabledTraits: ["Command"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        // An ordinary C target rather than a system library: it also holds the folding tables and the
        // embedded migrations. Needs clang 19 or later for #embed, which Swift 6.2 brings.
        .target(
            name: "CNewsArchiveSQLite",
            exclude: ["generate_fold_table.py", "extension"],
            linkerSettings: [.linkedLibrary("sqlite3")]),
        .target(name: "NewsArchiveSQLite", dependencies: ["CNewsArchiveSQLite"]),
        .target(name: "NewsArchiveFormats"),
        .target(name: "NewsArchive", dependencies: ["NewsArchiveSQLite", "NewsArchiveFormats"]),
        .executableTarget(
            name: "news-archive",
            dependencies: [
                "NewsArchive",
                .product(
                    name: "ArgumentParser", package: "swift-argument-parser",
                    condition: .when(traits: ["Command"])),
            ]),
        .testTarget(name: "NewsArchiveSQLiteTests", dependencies: ["NewsArchiveSQLite"]),
        .testTarget(name: "NewsArchiveFormatsTests", dependencies: ["NewsArchiveFormats"]),
        .testTarget(name: "NewsArchiveTests", dependencies: ["NewsArchive", "NewsArchiveSQLite"]),
        .testTarget(name: "CommandTests", dependencies: ["news-archive", "NewsArchive"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
