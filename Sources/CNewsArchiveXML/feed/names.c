#ifdef NEWS_ARCHIVE_FEEDS
#include "names.h"

#include <string.h>

typedef struct {
    const char *text;
    enum na_vocabulary vocabulary;
    int flags;
} known_namespace;

// Without a slash or # at their ends, in which feeds differ.
static const known_namespace namespaces[] = {
    {"http://www.w3.org/2005/Atom", NA_CORE, NA_FEED_IS_ATOM},
    {"http://purl.org/atom/ns", NA_CORE, NA_FEED_IS_ATOM_03},
    {"http://example.com/newformat", NA_CORE, NA_FEED_IS_ATOM_03},
    {"http://example.com/necho", NA_CORE, NA_FEED_IS_ATOM_03},
    {"http://purl.org/echo", NA_CORE, NA_FEED_IS_ATOM_03},
    {"uri/of/echo/namespace", NA_CORE, NA_FEED_IS_ATOM_03},
    {"http://purl.org/pie", NA_CORE, NA_FEED_IS_ATOM_03},
    {"http://purl.org/rss/1.0", NA_CORE, 0},
    {"http://purl.org/net/rss1.1", NA_CORE, 0},
    {"http://my.netscape.com/rdf/simple/0.9", NA_CORE, 0},
    {"http://my.netscape.com/publish/formats/rss-0.91.dtd", NA_CORE, 0},
    {"http://channel.netscape.com/rdf/simple/0.9", NA_CORE, 0},
    {"http://purl.org/rss/1.0/modules/rss091", NA_CORE, 0},
    {"http://backend.userland.com/rss", NA_CORE, 0},
    {"http://backend.userland.com/rss2", NA_CORE, 0},
    {"http://backend.userland.com/rss091", NA_CORE, 0},
    {"http://blogs.law.harvard.edu/tech/rss", NA_CORE, 0},
    {"http://cyber.law.harvard.edu/rss", NA_CORE, 0},
    {"http://purl.org/dc/elements/1.1", NA_DUBLIN_CORE, 0},
    {"http://purl.org/dc/elements/1.0", NA_DUBLIN_CORE, 0},
    {"http://purl.org/dc/terms", NA_TERMS, 0},
    {"http://purl.org/rss/1.0/modules/content", NA_CONTENT_MODULE, 0},
    {"http://search.yahoo.com/mrss", NA_MEDIA, 0},
    {"http://www.itunes.com/dtds/podcast-1.0.dtd", NA_ITUNES, 0},
    {"http://www.w3.org/1999/xhtml", NA_XHTML, 0},
    {"http://www.w3.org/1999/02/22-rdf-syntax-ns", NA_RDF, 0},
    {"http://rssnamespace.org/feedburner/ext/1.0", NA_FEEDBURNER, 0},
    {"http://www.pheedo.com/namespace/pheedo", NA_FEEDBURNER, 0},
    {"http://news.yandex.ru", NA_YANDEX, 0},
    {"http://turbo.yandex.ru", NA_YANDEX, 0},
    {"http://www.w3.org/XML/1998/namespace", NA_XML, 0},
};

static const known_namespace prefixes[] = {
    {"dc", NA_DUBLIN_CORE, 0},        {"dcterms", NA_TERMS, 0},    {"content", NA_CONTENT_MODULE, 0},
    {"media", NA_MEDIA, 0},           {"itunes", NA_ITUNES, 0},    {"xhtml", NA_XHTML, 0},
    {"rdf", NA_RDF, 0},               {"rss", NA_CORE, 0},         {"atom", NA_CORE, NA_FEED_IS_ATOM},
    {"atom10", NA_CORE, NA_FEED_IS_ATOM}, {"feedburner", NA_FEEDBURNER, 0}, {"pheedo", NA_FEEDBURNER, 0},
    {"yandex", NA_YANDEX, 0},         {"turbo", NA_YANDEX, 0},     {"xml", NA_XML, 0},
    {"dct", NA_TERMS, 0},             {"mrss", NA_MEDIA, 0},
};

typedef struct {
    const char *local;
    enum na_feed_code code;
} known_name;

static const known_name core[] = {
    {"rss", NA_FEED_ROOT}, {"rdf", NA_FEED_ROOT}, {"channel", NA_FEED_CHANNEL}, {"feed", NA_FEED_CHANNEL},
    {"item", NA_FEED_ITEM}, {"entry", NA_FEED_ITEM}, {"title", NA_FEED_TITLE}, {"link", NA_FEED_LINK},
    {"guid", NA_FEED_GUID}, {"id", NA_FEED_ID}, {"description", NA_FEED_DESCRIPTION},
    {"abstract", NA_FEED_DESCRIPTION}, {"summary", NA_FEED_SUMMARY}, {"content", NA_FEED_CONTENT},
    {"encoded", NA_FEED_ENCODED}, {"content_encoded", NA_FEED_ENCODED}, {"fullitem", NA_FEED_FULL_TEXT},
    {"fulltext", NA_FEED_FULL_TEXT}, {"full-text", NA_FEED_FULL_TEXT}, {"body", NA_FEED_XHTML},
    {"pubdate", NA_FEED_PUB_DATE}, {"published", NA_FEED_PUBLISHED}, {"issued", NA_FEED_ISSUED},
    {"created", NA_FEED_CREATED}, {"updated", NA_FEED_UPDATED}, {"modified", NA_FEED_MODIFIED},
    {"lastbuilddate", NA_FEED_LAST_BUILD_DATE}, {"date", NA_FEED_DATE}, {"author", NA_FEED_AUTHOR},
    {"name", NA_FEED_NAME}, {"email", NA_FEED_EMAIL}, {"managingeditor", NA_FEED_AUTHOR},
    {"creator", NA_FEED_CREATOR}, {"category", NA_FEED_CATEGORY}, {"keywords", NA_FEED_KEYWORDS},
    {"subject", NA_FEED_SUBJECT}, {"enclosure", NA_FEED_ENCLOSURE}, {"language", NA_FEED_LANGUAGE},
    {"tagline", NA_FEED_SUBTITLE}, {"subtitle", NA_FEED_SUBTITLE}, {"views", NA_FEED_VIEWS},
    {"viewcount", NA_FEED_VIEWS}, {"view_count", NA_FEED_VIEWS}, {"post-views", NA_FEED_VIEWS},
    {"post_views", NA_FEED_VIEWS}, {"postviews", NA_FEED_VIEWS}, {"pageviews", NA_FEED_VIEWS},
    {"origlink", NA_FEED_ORIGINAL_LINK}, {NULL, NA_FEED_NOTHING},
};

static const known_name dublin_core[] = {
    {"title", NA_FEED_DC_TITLE}, {"creator", NA_FEED_CREATOR}, {"author", NA_FEED_CREATOR},
    {"date", NA_FEED_DATE}, {"subject", NA_FEED_SUBJECT}, {"description", NA_FEED_DC_DESCRIPTION},
    {"identifier", NA_FEED_IDENTIFIER}, {"language", NA_FEED_LANGUAGE}, {NULL, NA_FEED_NOTHING},
};

static const known_name terms[] = {
    {"issued", NA_FEED_TERMS_ISSUED}, {"created", NA_FEED_TERMS_CREATED}, {"modified", NA_FEED_TERMS_MODIFIED},
    {"date", NA_FEED_DATE}, {"title", NA_FEED_DC_TITLE}, {"creator", NA_FEED_CREATOR},
    {"abstract", NA_FEED_DC_DESCRIPTION}, {"description", NA_FEED_DC_DESCRIPTION}, {"subject", NA_FEED_SUBJECT},
    {"language", NA_FEED_LANGUAGE}, {"identifier", NA_FEED_IDENTIFIER}, {NULL, NA_FEED_NOTHING},
};

static const known_name media[] = {
    {"group", NA_FEED_MEDIA_GROUP}, {"content", NA_FEED_MEDIA_CONTENT}, {"thumbnail", NA_FEED_MEDIA_THUMBNAIL},
    {"title", NA_FEED_MEDIA_TITLE}, {"description", NA_FEED_MEDIA_DESCRIPTION}, {"text", NA_FEED_MEDIA_TEXT},
    {"credit", NA_FEED_CREDIT}, {"keywords", NA_FEED_KEYWORDS}, {NULL, NA_FEED_NOTHING},
};

static const known_name itunes[] = {
    {"author", NA_FEED_ITUNES_AUTHOR}, {"summary", NA_FEED_ITUNES_SUMMARY}, {"keywords", NA_FEED_KEYWORDS},
    {"title", NA_FEED_ITUNES_TITLE}, {NULL, NA_FEED_NOTHING},
};

static const known_name content_module[] = {{"encoded", NA_FEED_ENCODED}, {NULL, NA_FEED_NOTHING}};
static const known_name xhtml[] = {{"body", NA_FEED_XHTML}, {"div", NA_FEED_XHTML}, {NULL, NA_FEED_NOTHING}};
static const known_name feedburner[] = {{"origlink", NA_FEED_ORIGINAL_LINK}, {NULL, NA_FEED_NOTHING}};
static const known_name yandex[] = {
    {"full-text", NA_FEED_FULL_TEXT}, {"content", NA_FEED_FULL_TEXT}, {NULL, NA_FEED_NOTHING}};
static const known_name rdf[] = {
    {"rdf", NA_FEED_ROOT}, {"bag", NA_FEED_CONTAINER}, {"seq", NA_FEED_CONTAINER}, {"alt", NA_FEED_CONTAINER},
    {"li", NA_FEED_CONTAINER}, {"value", NA_FEED_CONTAINER}, {"description", NA_FEED_CONTAINER},
    {NULL, NA_FEED_NOTHING},
};
// Views go by many names in the vocabularies of one site each.
static const known_name other[] = {
    {"views", NA_FEED_VIEWS}, {"viewcount", NA_FEED_VIEWS}, {"view_count", NA_FEED_VIEWS},
    {"post-views", NA_FEED_VIEWS}, {"post_views", NA_FEED_VIEWS}, {"postviews", NA_FEED_VIEWS},
    {"pageviews", NA_FEED_VIEWS}, {NULL, NA_FEED_NOTHING},
};

static const known_name *names_of(enum na_vocabulary vocabulary) {
    switch (vocabulary) {
        case NA_CORE: return core;
        case NA_DUBLIN_CORE: return dublin_core;
        case NA_TERMS: return terms;
        case NA_CONTENT_MODULE: return content_module;
        case NA_MEDIA: return media;
        case NA_ITUNES: return itunes;
        case NA_XHTML: return xhtml;
        case NA_RDF: return rdf;
        case NA_FEEDBURNER: return feedburner;
        case NA_YANDEX: return yandex;
        default: return other;
    }
}

static const known_namespace *namespace_of(const char *uri) {
    size_t count = strlen(uri);
    while (count > 0 && (uri[count - 1] == '/' || uri[count - 1] == '#')) count--;
    for (size_t i = 0; i < sizeof namespaces / sizeof *namespaces; i++) {
        const char *text = namespaces[i].text;
        if (strlen(text) == count && na_is_same_name(text, uri, count)) return &namespaces[i];
    }
    return NULL;
}

static const known_namespace *namespace_by_prefix(const char *prefix) {
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (na_is_name(prefix, prefixes[i].text)) return &prefixes[i];
    return NULL;
}

na_name na_element_name(const char *local, const char *prefix, const char *uri) {
    na_name name = {NA_OTHER_VOCABULARY, NA_FEED_NOTHING, 0};
    const known_namespace *known = uri != NULL ? namespace_of(uri) : NULL;
    if (known == NULL && prefix != NULL) known = namespace_by_prefix(prefix);
    if (known != NULL) {
        name.vocabulary = known->vocabulary;
        name.flags = known->flags;
    } else if (prefix == NULL) {
        name.vocabulary = NA_CORE;
    }
    for (const known_name *known = names_of(name.vocabulary); known->local != NULL; known++)
        if (na_is_name(local, known->local)) name.code = known->code;
    return name;
}

static const struct {
    const char *local;
    enum na_feed_attribute_code code;
} attributes[] = {
    {"href", NA_FEED_HREF}, {"url", NA_FEED_URL}, {"rel", NA_FEED_REL}, {"type", NA_FEED_TYPE},
    {"mode", NA_FEED_MODE}, {"length", NA_FEED_LENGTH}, {"filesize", NA_FEED_LENGTH}, {"term", NA_FEED_TERM},
    {"label", NA_FEED_LABEL}, {"ispermalink", NA_FEED_IS_PERMALINK}, {"about", NA_FEED_ABOUT},
    {"version", NA_FEED_VERSION}, {"lastmod", NA_FEED_LAST_MODIFIED}, {"resource", NA_FEED_RESOURCE},
    {"src", NA_FEED_SRC},
};

enum na_feed_attribute_code na_attribute_code(const char *local, const char *prefix, const char *uri) {
    const known_namespace *known = uri != NULL ? namespace_of(uri) : NULL;
    if (known == NULL && prefix != NULL) known = namespace_by_prefix(prefix);
    if (known != NULL && known->vocabulary == NA_XML) {
        if (na_is_name("base", local)) return NA_FEED_BASE;
        if (na_is_name("lang", local)) return NA_FEED_LANG;
        return NA_FEED_NO_ATTRIBUTE;
    }
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
        if (na_is_name(local, attributes[i].local)) return attributes[i].code;
    return NA_FEED_NO_ATTRIBUTE;
}
#endif
