import Foundation

/// How long the tests of random input may take.
enum LongTests {
    /// Whether the environment asks for the numbers that are too high for every day.
    static let areWanted = ProcessInfo.processInfo.environment["NEWS_ARCHIVE_LONG_TESTS"] == "1"
}
