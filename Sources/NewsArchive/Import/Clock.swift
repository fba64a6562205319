import Glibc

/// The machine's clock, which says when a dump was imported and never when an article was published.
enum Clock {
    /// Seconds since 1970-01-01 UTC.
    static var now: Int64 { Int64(time(nil)) }
}
