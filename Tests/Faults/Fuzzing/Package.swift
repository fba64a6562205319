// swift-tools-version: 6.2

import PackageDescription

// What libFuzzer feeds with bytes. A package of its own, which resolves nothing but NewsArchive; fuzz.py builds it, with the
// sanitizers, and runs it.
let package = Package(
    name: "Fuzzing",
    dependencies: [.package(name: "NewsArchive", path: "../../..", traits: [])],
    targets: [
        .target(name: "CFuzzing"),
        .executableTarget(
            name: "Fuzzing",
            dependencies: ["CFuzzing", .product(name: "NewsArchive", package: "NewsArchive")],
            swiftSettings: [
                .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("InternalImportsByDefault"),
                .enableUpcomingFeature("MemberImportVisibility"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)
