/// The words that dates are written with, but for months and zones.
enum DateWords {
    /// Chinese, Japanese and Korean: year, month, day, hour, minute, second.
    static let unitsOfTime: Set<Unicode.Scalar> = [
        "年", "月", "日", "号", "時", "时", "点", "點", "分", "秒", "년", "월", "일", "시", "분", "초",
    ]

    /// What follows an hour that is written without a colon: 15時45分, 15h45.
    static let hours: Set<String> = ["時", "时", "点", "點", "시", "h"]
    /// What follows a minute that is written so.
    static let minutes: Set<String> = ["分", "분", "min", "m"]
    /// What follows a second that is written so.
    static let seconds: Set<String> = ["秒", "초", "s"]

    // True for the hours after noon, false for those before it.
    private static let halvesOfDay: [String: Bool] = [
        "am": false, "pm": true, "上午": false, "下午": true, "午前": false, "午後": true, "오전": false,
        "오후": true, "晚上": true, "凌晨": false,
    ]

    /// Whether tokens begin with a half of the day that is afternoon, and how many of them say so: pm, p.m., 下午.
    static func halfOfDay(_ tokens: ArraySlice<DateToken>) -> (isAfternoon: Bool, count: Int)? {
        guard let word = tokens.first?.word else { return nil }
        if let isAfternoon = halvesOfDay[word] { return (isAfternoon, 1) }
        guard word == "a" || word == "p" else { return nil }
        let rest = Array(tokens.dropFirst().prefix(2))
        guard rest.count == 2, rest[0].isMark("."), rest[1].word == "m" else { return nil }
        return (word == "p", 3)
    }

    /// Words that say nothing, anywhere in a date.
    static let silent: Set<String> = [
        // Between day, month and year, and before the time.
        "of", "the", "at", "on", "de", "del", "a", "las", "le", "um", "am", "den", "der", "vom", "uhr", "в",
        "от",
        "г", "года", "год", "ж", "жылгы", "жылы", "жыл", "сагат", "jylgy", "jyly", "saat", "utan", "ora",
        "alle",
        "ore", "klo", "h", "hrs", "hours", "часов", "t",
        // Ordinals, and units that have done their work.
        "st", "nd", "rd", "th", "er", "re", "eme", "e", "º", "ª", "го", "е", "шi", "шы", "年", "月", "日", "号",
        "년",
        "월", "일", "分", "분", "秒", "초",
    ]

    /// Adds a letter to a word as the words here have it: in lower case and without its accent, nothing for an accent
    /// that stands alone. False for what is no letter.
    static func add(_ scalar: Unicode.Scalar, to word: inout String) -> Bool {
        switch scalar {
        case "a"..."z": word.unicodeScalars.append(scalar)
        case "A"..."Z": word.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value) + 0x20))
        case "\u{0300}"..."\u{036F}": break
        default:
            guard !scalar.isASCII, scalar.properties.isAlphabetic else { return false }
            for lower in scalar.properties.lowercaseMapping.unicodeScalars
            where !("\u{0300}"..."\u{036F}").contains(lower) {
                word.unicodeScalars.append(plainLetters[lower] ?? lower)
            }
        }
        return true
    }

    private static let plainLetters: [Unicode.Scalar: Unicode.Scalar] = [
        "à": "a", "á": "a", "â": "a", "ã": "a", "ä": "a", "ç": "c", "è": "e", "é": "e", "ê": "e", "ë": "e",
        "ğ": "g",
        "ǵ": "g", "ì": "i", "í": "i", "î": "i", "ï": "i", "ı": "i", "ñ": "n", "ń": "n", "ò": "o", "ó": "o",
        "ô": "o",
        "ö": "o", "ő": "o", "ş": "s", "ș": "s", "ù": "u", "ú": "u", "û": "u", "ü": "u", "ű": "u", "ý": "y",
        // So that a letter and its accent written apart are found, too.
        "й": "и", "ё": "е", "ғ": "г", "і": "i", "ά": "α", "έ": "ε", "ή": "η", "ί": "ι", "ϊ": "ι", "ΐ": "ι",
        "ό": "ο",
        "ύ": "υ", "ϋ": "υ", "ώ": "ω",
    ]
}
