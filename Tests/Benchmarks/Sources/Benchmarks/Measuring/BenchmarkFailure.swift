/// Why something could not be measured.
struct BenchmarkFailure: Error, CustomStringConvertible {
    let description: String
}
