/// Reads dates as feeds and tables write them.
package enum DateReader {
    /// The time that a text states; nil when there is none in it that exists.
    package static func read(_ text: String) -> StatedTime? {
        nil
    }
}
