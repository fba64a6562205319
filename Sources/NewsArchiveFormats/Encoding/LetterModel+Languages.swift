extension LetterModel {
    /// The languages that are told apart.
    ///
    /// The groups are rough on purpose: what decides is which letters a language has at all and which are small.
    static let all: [LetterModel] = western + central + cyrillic + others

    private static let western: [LetterModel] = [
        LetterModel("éä üöáóíè àñçãßø åæêôúùâîûëïòìõðþýœšž", latin),  // several of them in one text
        LetterModel("é  èà ê çô ûîâù ëïœ", latin),  // French
        LetterModel("üä öß é", latin),  // German
        LetterModel("óíá éñ ú ü", latin),  // Spanish
        LetterModel("ãç áéí ó ê õâàú ô", latin),  // Portuguese
        LetterModel("à èù òé ì", latin),  // Italian
        LetterModel("äåö é ü", latin),  // Swedish, Finnish
        LetterModel("ø åæ é ö", latin),  // Danish, Norwegian
        LetterModel("íá ð óö þúéý æ", latin),  // Icelandic
        LetterModel("äõ üö šž", latin),  // Estonian
        LetterModel("ı ü ş ğçö İâîû", [("windows-1254", -4)]),  // Turkish
    ]

    private static let central: [LetterModel] = [
        LetterModel("ął ęóż śćń ź", centralLatin),  // Polish
        LetterModel("í áé ěřšž ýčů ú ťňďóľĺôäŕ", centralLatin),  // Czech, Slovak
        LetterModel("áé ö őóí üú ű", centralLatin),  // Hungarian
        LetterModel("ă îâş ţ șț", centralLatin),  // Romanian
        LetterModel("č šž ć đ", centralLatin),  // Slovene, Croatian
        LetterModel("ė šų žį ūąčę", [("windows-1257", -5)]),  // Lithuanian
        LetterModel("ā īšē ūņž ļķģč", [("windows-1257", -5)]),  // Latvian
    ]

    private static let cyrillic: [LetterModel] = [
        LetterModel("оеаинт срвлкмдпу яыьгзбчй хжшюц щэф ъё", russian),  // Russian
        LetterModel("оаніи втрес лкудмп ьязбг чхйїю єцжшщ фґ", ukrainian),  // Ukrainian
        LetterModel("аніоеяы рстлк увдпм ўзьйбгч жцхэшюё ф", ukrainian),  // Belarusian
        LetterModel("аоиет нрсвл пдкмз гъбуч ящйжхц шюф ь", russian),  // Bulgarian
        // Serbian
        LetterModel("аоиен ртсј вдуклпм згбћчшжц љњх ђџф", [("windows-1251", -3), ("ISO-8859-5", -5)]),
    ]

    private static let others: [LetterModel] = [
        // Greek
        LetterModel(
            "α οιετσ νηυρπκ μλςάίω γδέόήχθΆ φβύξώ ζψϊΐϋΰ", [("windows-1253", -5), ("ISO-8859-7", -5)]),
        LetterModel("יוהל אשרתבמ נדקעחפםכ גטסןזצ ךףץ", [("windows-1255", -5)]),  // Hebrew
        // Arabic
        LetterModel(
            "ال يمنوتر بعدسهف ةكقحجأ شصطخى ذإضزثغ ؤئظءآ،؟", [("windows-1256", -5), ("ISO-8859-6", -6)]),
        // Thai
        LetterModel(
            "านรอกเ่งมยลวดท สตะปบคหแจพชข้ิีั ุู์ไโใณำซผถธศษภ ญฐฉฟฝๆฤ็ฏฎฬ", [("windows-874", -5)]),
    ]

    private static let latin: [(name: String, prior: Double)] = [("windows-1252", 0)]
    private static let centralLatin: [(name: String, prior: Double)] = [
        ("windows-1250", -3), ("ISO-8859-2", -4),
    ]
    private static let russian: [(name: String, prior: Double)] = [
        ("windows-1251", -2), ("KOI8-R", -3), ("ISO-8859-5", -5), ("IBM866", -10),
    ]
    private static let ukrainian: [(name: String, prior: Double)] = [
        ("windows-1251", -2), ("KOI8-U", -4), ("ISO-8859-5", -5),
    ]
}
