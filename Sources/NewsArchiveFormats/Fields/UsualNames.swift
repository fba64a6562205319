/// The names that fields usually have, the best first: of two fields of a record, the one that stands earlier here is read.
enum UsualNames {
    /// The names of a field, as ``FieldNames/folded(_:)`` makes them, one blank between two.
    static func names(of field: ArticleField) -> String {
        switch field {
        case .headline:
            """
            headline title articletitle posttitle newstitle heading header subject webtitle dctitle ogtitle name caption \
            überschrift schlagzeile titel titre заголовок название тақырып başlık titular título
            """
        case .body:
            """
            body bodytext articlebody contenttext contenthtml contentencoded content maincontent articlecontent postcontent \
            articletext fulltext text html story article contents message maintext textbody bodyhtml \
            текст мәтін inhalt artikeltext texte contenu metin içerik texto contenido
            """
        case .summary:
            """
            summary abstract excerpt lead lede teaser standfirst intro trailtext subtitle subheadline deck description \
            dcdescription ogdescription snippet summarytext zusammenfassung beschreibung résumé chapô описание анонс özet resumen
            """
        case .published:
            """
            published datepublished publishedat publisheddate publisheddateutc publisheddatetime publishedtime publishedon \
            pubdate publishdate publishdatetime publishtime publicationdate publicationtime articlepublishedtime \
            webpublicationdate firstpublicationdate firstpublished issued dcdate date datetime timestamp posted postedat \
            posteddate dateposted created createdat createddate datecreated creationdate creationtime createdutc time stamp \
            datum veröffentlicht erschienen дата датапубликации опубликовано күні tarih yayıntarihi fecha
            """
        case .updated:
            """
            updated updatedat dateupdated updateddate datemodified modified modifiedat modifieddate lastmodified lastmod \
            lastupdated lastupdatedat edited editedat changed changedat dctermsmodified aktualisiert обновлено güncelleme
            """
        case .listed:
            """
            listed listedat fetched fetchedat crawled crawledat crawldate crawltime scraped scrapedat scrapedate \
            datescraped datedownload datecrawled retrieved retrievedat downloadedat collectedat indexedat seen seenat
            """
        case .url:
            """
            url link permalink canonicalurl canonical articleurl posturl newsurl weburl shareurl href uri address website \
            page sourceurl originalurl externalurl ogurl adresse lien ссылка сілтеме bağlantı enlace
            """
        case .guid:
            "guid id uuid articleid postid newsid itemid docid documentid identifier dcidentifier uid key"
        case .views:
            """
            views viewcount viewscount numviews viewsnumber totalviews hits hitcount reads readcount pageviews pageviewcount \
            visits impressions aufrufe vues просмотры просмотров қаралым görüntülenme vistas visitas
            """
        case .author:
            """
            author authors authorname byline creator creators dccreator writer writers reporter journalist postedby \
            autor autoren auteur автор yazar
            """
        case .source:
            """
            source sourcename publisher publishername publication outlet site sitename ogsitename newspaper channel feed \
            feedtitle feedname provider agency domain hostname host quelle источник kaynak fuente
            """
        case .language:
            "language lang locale languagecode dclanguage inlanguage sprache langue язык тіл dil idioma"
        case .categories:
            """
            categories category tags tag keywords keyword section sections sectionname topics topic subjects labels \
            rubric rubrik rubriques kategorie kategorien catégorie рубрика категория теги айдар kategori etiketler categoría
            """
        case .enclosure:
            """
            enclosure enclosures attachments attachment image images imageurl imgurl urltoimage topimage mainimage \
            featuredimage bannerimage picture pictureurl photo photourl thumbnail thumbnailurl media mediacontent mediaurl \
            audio audiourl video videourl ogimage bild foto resim
            """
        case .credit:
            """
            credit credits photocredit imagecredit imagecredits picturecredit photographer imagesource photosource \
            bildnachweis фото
            """
        }
    }
}
