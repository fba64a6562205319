/// How long runs of one thing took.
struct Timing {
    private(set) var seconds: [Double]

    init(_ seconds: [Double] = []) {
        self.seconds = seconds
    }

    var best: Double { seconds.min() ?? 0 }

    var worst: Double { seconds.max() ?? 0 }

    var median: Double { quantile(0.5) }

    /// The time that a share of the runs did not exceed.
    func quantile(_ share: Double) -> Double {
        guard !seconds.isEmpty else { return 0 }
        let rank = Int((share * Double(seconds.count)).rounded(.up)) - 1
        return seconds.sorted()[min(max(rank, 0), seconds.count - 1)]
    }

    mutating func add(_ duration: Duration) {
        seconds.append(duration / .seconds(1))
    }
}
