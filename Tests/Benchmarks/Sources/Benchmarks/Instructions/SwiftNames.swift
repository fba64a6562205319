import Foundation

/// Names of Swift's functions as people write them.
enum SwiftNames {
    /// - Returns: the names as they are where they are not Swift's, or the toolchain does not answer.
    static func demangled(_ names: [String]) -> [String] {
        let mangled = names.filter { $0.hasPrefix("$s") }
        let known = Dictionary(zip(mangled, answers(mangled)), uniquingKeysWith: { first, _ in first })
        return names.map { known[$0] ?? $0 }
    }

    private static func answers(_ names: [String]) -> [String] {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["swift", "demangle", "--compact", "--simplified", "--"] + names
        process.standardOutput = output
        guard (try? process.run()) != nil else { return names }
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        return lines.count == names.count ? lines : names
    }
}
