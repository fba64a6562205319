// swift-tools-version: 6.2

import PackageDescription

// Reads archives whose bytes were changed. A package of its own, which resolves nothing but NewsArchive; damage.py runs it.
let package = Package(
    name: "Damage",
    dependencies: [.package(name: "NewsArchive", path: "../../..", traits: [])],
    targets: [
        .executableTarget(
            name: "Damage",
            dependencies: [.product(name: "NewsArchive", package: "NewsArchive")],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
                .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
            ])
    ],
    swiftLanguageModes: [.v6]
)
