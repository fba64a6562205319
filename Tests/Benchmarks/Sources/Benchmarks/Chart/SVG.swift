/// Elements of an SVG picture.
enum SVG {
    enum Anchor: String {
        case start, middle, end
    }

    /// A whole picture on white, in whatever sans-serif there is.
    static func picture(width: Double, height: Double, _ elements: [String]) -> String {
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="\(number(width))" height="\(number(height))" \
        viewBox="0 0 \(number(width)) \(number(height))" font-family="sans-serif" font-size="12">
        <rect width="100%" height="100%" fill="#ffffff"/>
        \(elements.joined(separator: "\n"))
        </svg>

        """
    }

    /// Lines from point to point.
    static func path(
        _ points: [(x: Double, y: Double)], _ colour: String, width: Double = 1, isDashed: Bool = false
    ) -> String {
        let places = points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
        let dashes = isDashed ? " stroke-dasharray=\"5 4\"" : ""
        return "<polyline points=\"\(places)\" fill=\"none\" stroke=\"\(colour)\" "
            + "stroke-width=\"\(number(width))\"\(dashes)/>"
    }

    static func dot(_ x: Double, _ y: Double, _ colour: String) -> String {
        "<circle cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"3.5\" fill=\"\(colour)\"/>"
    }

    static func text(
        _ text: String, _ x: Double, _ y: Double, _ colour: String, _ anchor: Anchor = .start,
        isBold: Bool = false
    ) -> String {
        let weight = isBold ? " font-weight=\"bold\"" : ""
        return "<text x=\"\(number(x))\" y=\"\(number(y))\" fill=\"\(colour)\" "
            + "text-anchor=\"\(anchor.rawValue)\"\(weight)>\(escaped(text))</text>"
    }

    // A tenth of a pixel is enough, and keeps files small.
    private static func number(_ value: Double) -> String {
        let rounded = (value * 10).rounded() / 10
        return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    }

    private static func escaped(_ text: String) -> String {
        text.map { character in
            switch character {
            case "&": "&amp;"
            case "<": "&lt;"
            case ">": "&gt;"
            default: String(character)
            }
        }.joined()
    }
}
