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
        .trait(
            name: "Feeds",
            description: "RSS and Atom, by libxml2 (Debian's libxml2-dev)."),
        .trait(
            name: "Compression",
            description:
                "Dumps in .gz, .zst and .zip, by zlib and libzstd (Debian's zlib1g-dev, libzstd-dev)."),
        .default(enabledTraits: ["Command", "Feeds", "Compression"]),
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
        // Behind traits: without them their C files are empty, so that nothing needs their libraries.
        .systemLibrary(
            name: "CNewsArchiveLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(
            name: "CNewsArchiveXML",
            dependencies: [.target(name: "CNewsArchiveLibXML2", condition: .when(traits: ["Feeds"]))],
            cSettings: [.define("NEWS_ARCHIVE_FEEDS", .when(traits: ["Feeds"]))]),
        .target(
            name: "CNewsArchivePacking",
            cSettings: [.define("NEWS_ARCHIVE_COMPRESSION", .when(traits: ["Compression"]))],
            linkerSettings: [
                .linkedLibrary("z", .when(traits: ["Compression"])),
                .linkedLibrary("zstd", .when(traits: ["Compression"])),
            ]),
        .target(
            name: "NewsArchiveFormats",
            dependencies: [
                .target(name: "CNewsArchiveXML", condition: .when(traits: ["Feeds"])),
                .target(name: "CNewsArchivePacking", condition: .when(traits: ["Compression"])),
            ]),
        .target(name: "NewsArchive", dependencies: ["NewsArchiveSQLite", "NewsArchiveFormats"]),
        .executableTarget(
            name: "news-archive",
            dependencies: [
                "NewsArchive", "NewsArchiveSQLite",
                .product(
                    name: "ArgumentParser", package: "swift-argument-parser",
                    condition: .when(traits: ["Command"])),
            ]),
        .testTarget(name: "NewsArchiveSQLiteTests", dependencies: ["NewsArchiveSQLite"]),
        .testTarget(
            name: "NewsArchiveFormatsTests",
            dependencies: [
                "NewsArchiveFormats",
                .target(name: "CNewsArchivePacking", condition: .when(traits: ["Compression"])),
            ]),
        .testTarget(name: "NewsArchiveTests", dependencies: ["NewsArchive", "NewsArchiveSQLite"]),
        .testTarget(name: "CommandTests", dependencies: ["news-archive", "NewsArchive"]),
    ],
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings = [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
