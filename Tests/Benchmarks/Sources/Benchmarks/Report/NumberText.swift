/// Numbers in three digits or so.
enum NumberText {
    static func time(_ seconds: Double) -> String {
        switch seconds {
        case 1...: "\(rounded(seconds)) s"
        case 0.001...: "\(rounded(seconds * 1000)) ms"
        default: "\(rounded(seconds * 1_000_000)) µs"
        }
    }

    static func factor(_ factor: Double) -> String { "\(rounded(factor)) ×" }

    static func share(_ part: Int, of whole: Int) -> String {
        "\(rounded(100 * Double(part) / Double(max(whole, 1)))) %"
    }

    /// With a comma after each third digit from the right.
    static func grouped(_ number: Double) -> String {
        guard number >= 1000, number < 1e15 else { return rounded(number) }
        let digits = Array(String(Int64(number.rounded())))
        return digits.indices.map { index in
            let left = digits.count - index
            return (index > 0 && left % 3 == 0 ? "," : "") + String(digits[index])
        }.joined()
    }

    private static func rounded(_ number: Double) -> String {
        guard number.isFinite, abs(number) < 1e15 else { return "\(number)" }
        if number >= 100 || number == number.rounded() { return "\(Int64(number.rounded()))" }
        let scale = number >= 10 ? 10.0 : number >= 1 ? 100 : 1000
        return "\((number * scale).rounded() / scale)"
    }
}
