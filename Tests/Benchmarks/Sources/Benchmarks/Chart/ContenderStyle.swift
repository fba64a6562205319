extension ContenderName {
    /// The colour of its line: of those that can be told apart by people who see few of them (Okabe and Ito).
    var colour: String {
        switch self {
        case .ours, .oursAgain: "#0072b2"
        case .plainC: "#e69f00"
        case .plainCOptimized: "#d55e00"
        case .grdb, .grdbTwoInserts: "#009e73"
        case .sqliteUtils: "#cc79a7"
        case .tantivyOneThread, .tantivyTwoThreads: "#666666"
        }
    }

    /// Whether it is another measure of the contender that has its colour.
    var isDashed: Bool {
        switch self {
        case .oursAgain, .grdbTwoInserts, .tantivyTwoThreads: true
        case .ours, .plainC, .plainCOptimized, .grdb, .sqliteUtils, .tantivyOneThread: false
        }
    }

    /// Whether it is what the chart is about.
    var isBold: Bool { self == .ours }
}
