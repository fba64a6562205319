/// The names of months in the languages that dates are read in.
enum MonthNames {
    /// The month, 1 to 12, that a word names, in lower case and without accents; nil when it names none.
    static func month(_ word: String) -> Int? { months[word] }

    private static let months: [String: Int] = {
        var months: [String: Int] = [:]
        for language in languages {
            for (index, names) in language.split(separator: "|").enumerated() {
                for name in names.split(separator: " ") { months[String(name)] = index + 1 }
            }
        }
        return months
    }()

    // January to December, the forms of one month side by side. No word names two months.
    private static let languages = [
        // English
        """
        january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sep sept\
        |october oct|november nov|december dec
        """,
        // German
        "januar janner jan|februar feber|marz maerz mrz|april|mai|juni|juli|august|september|oktober okt|november|dezember dez",
        // French
        """
        janvier janv|fevrier fevr fev|mars|avril avr|mai|juin|juillet juil|aout|septembre|octobre|novembre\
        |decembre
        """,
        // Spanish
        """
        enero ene|febrero|marzo|abril abr|mayo|junio|julio|agosto ago|septiembre setiembre set|octubre\
        |noviembre|diciembre dic
        """,
        // Italian
        "gennaio gen|febbraio|marzo|aprile|maggio mag|giugno giu|luglio lug|agosto|settembre|ottobre ott|novembre|dicembre",
        // Portuguese
        "janeiro|fevereiro|marco|abril|maio|junho|julho|agosto|setembro|outubro out|novembro|dezembro",
        // Turkish
        "ocak oca|subat sub|mart|nisan nis|mayis|haziran haz|temmuz tem|agustos agu|eylul eyl|ekim eki|kasim kas|aralik ara",
        // Russian: the genitive, the nominative, abbreviations
        """
        января январь янв|февраля февраль февр фев|марта март мар|апреля апрель апр|мая маи|июня июнь июн\
        |июля июль июл|августа август авг|сентября сентябрь сент сен|октября октябрь окт|ноября ноябрь нояб ноя\
        |декабря декабрь дек
        """,
        // Kazakh in Cyrillic
        """
        қаңтар қаң|ақпан ақп|наурыз нау|сәуiр сәу|мамыр мам|маусым мау|шiлде шiл|тамыз там|қыркүиек қыр\
        |қазан қаз|қараша қар|желтоқсан жел
        """,
        // Kazakh in Latin
        """
        qantar|aqpan|nauryz|sauir|mamyr|mausym|shilde silde|tamyz|qyrkuiek qyrkuyek|qazan|qarasha qarasa\
        |jeltoqsan zheltoksan
        """,
        // Greek: the genitive, the nominative, abbreviations
        """
        ιανουαριου ιανουαριος ιαν|φεβρουαριου φεβρουαριος φεβ|μαρτιου μαρτιος μαρ|απριλιου απριλιος απρ\
        |μαιου μαιος μαι|ιουνιου ιουνιος ιουν|ιουλιου ιουλιος ιουλ|αυγουστου αυγουστος αυγ\
        |σεπτεμβριου σεπτεμβριος σεπ|οκτωβριου οκτωβριος οκτ|νοεμβριου νοεμβριος νοε|δεκεμβριου δεκεμβριος δεκ
        """,
        // Hungarian
        """
        januar|februar|marcius marc|aprilis|majus maj|junius|julius|augusztus|szeptember szept|oktober|november\
        |december
        """,
    ]
}
