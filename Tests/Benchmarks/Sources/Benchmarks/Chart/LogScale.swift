import Glibc

/// Where numbers lie along an axis on which each factor has the same length.
struct LogScale {
    let low: Double
    let high: Double
    /// The pixels of the least and the greatest number.
    let pixels: (Double, Double)

    /// - Parameter values: numbers above nought, of which there is at least one.
    init(_ values: [Double], pixels: (Double, Double)) {
        low = Self.steps(around: values.min() ?? 1).last { $0 <= values.min() ?? 1 } ?? 1
        high = Self.steps(around: values.max() ?? 1).first { $0 >= values.max() ?? 1 } ?? 10
        self.pixels = pixels
    }

    /// Has these ends, whatever numbers they are.
    init(from low: Double, to high: Double, pixels: (Double, Double)) {
        self.low = low
        self.high = high
        self.pixels = pixels
    }

    /// 1, 2, 5, 10 and so on, between the ends.
    var ticks: [Double] {
        let first = exponent(low)
        return (first...max(first, exponent(high))).flatMap(Self.steps).filter { (low...high).contains($0) }
    }

    func pixel(_ value: Double) -> Double {
        guard high > low, value > 0 else { return (pixels.0 + pixels.1) / 2 }
        return pixels.0 + (pixels.1 - pixels.0) * log(value / low) / log(high / low)
    }

    private static func steps(around value: Double) -> [Double] {
        let exponent = Int(log10(value).rounded(.down))
        return (exponent - 1...exponent + 1).flatMap(steps)
    }

    // Divided where they are below one, so that 0.05 is written like this.
    private static func steps(_ exponent: Int) -> [Double] {
        [1, 2, 5].map { exponent < 0 ? $0 / pow(10, Double(-exponent)) : $0 * pow(10, Double(exponent)) }
    }

    private func exponent(_ value: Double) -> Int { Int(log10(value).rounded(.down)) }
}
