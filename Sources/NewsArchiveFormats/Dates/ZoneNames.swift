/// The names of time zones that dates are written with.
///
/// Where a name means several zones, one was chosen: BST is British Summer Time, IST is India's, CST, EST and MST are
/// America's. The letters of the armed forces but Z say nothing, as RFC 5322, 4.3 has it: RFC 822 had their signs wrong.
enum ZoneNames {
    /// Minutes ahead of UTC; nil for a name that is not known or means several zones.
    static func minutesAheadOfUTC(_ word: String) -> Int? { zones[word] }

    /// Whether an offset may follow the name: GMT+5.
    static func isUniversal(_ word: String) -> Bool { zones[word] == 0 }

    private static let zones: [String: Int] = [
        "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 60, "bst": 60,
        "cet": 60, "cest": 120, "mez": 60, "mesz": 120, "eet": 120, "eest": 180, "msk": 180, "msd": 240,
        "trt": 180,
        "мск": 180, "ist": 330, "jst": 540, "kst": 540, "hkt": 480, "sgt": 480, "aest": 600, "aedt": 660,
        "nzst": 720, "nzdt": 780,
        "ast": -240, "adt": -180, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420,
        "mdt": -360,
        "pst": -480, "pdt": -420, "akst": -540, "akdt": -480, "hst": -600,
    ]
}
