#ifdef NEWS_ARCHIVE_FEEDS
#include "html_text.h"

#include <libxml/HTMLparser.h>
#include <pthread.h>

#include "../feed/bytes.h"
#include "../feed/names.h"

// libxml2 looks through all open elements for an end tag, and through all attributes for a new one.
#define DEEPEST 512
#define LONGEST_TAG (16u << 10)

typedef struct na_reading {
    na_bytes text;
    htmlParserCtxtPtr context;
    int depth;
    /// Where an element is whose content nobody sees; 0 when none is open.
    int dropped_depth;
    int preformatted;
    int is_too_deep;
} na_reading;

static int is_among(const char *name, const char *const *names) {
    for (; *names != NULL; names++)
        if (na_is_name(name, *names)) return 1;
    return 0;
}

static int is_block(const char *name) {
    static const char *const names[] = {
        "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details", "dialog",
        "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
        "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre",
        "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul", NULL};
    return is_among(name, names);
}

static int is_dropped(const char *name) {
    static const char *const names[] = {
        "script", "style", "head", "title", "template", "iframe", "noscript", "noframes", "noembed", "svg", NULL};
    return is_among(name, names);
}

static void append_break(na_reading *reading, const char *name) {
    if (is_block(name)) na_bytes_append_byte(&reading->text, '\n');
    if (na_is_name(name, "td") || na_is_name(name, "th")) na_bytes_append_byte(&reading->text, ' ');
}

static void start_element(void *context, const xmlChar *name, const xmlChar **attributes) {
    (void)attributes;
    na_reading *reading = context;
    const char *local = (const char *)name;
    reading->depth++;
    if (reading->depth > DEEPEST) {
        reading->is_too_deep = 1;
        xmlStopParser(reading->context);
        return;
    }
    if (reading->dropped_depth > 0) return;
    if (is_dropped(local)) {
        reading->dropped_depth = reading->depth;
        return;
    }
    if (na_is_name(local, "pre")) reading->preformatted++;
    append_break(reading, local);
}

static void end_element(void *context, const xmlChar *name) {
    na_reading *reading = context;
    const char *local = (const char *)name;
    if (reading->dropped_depth == reading->depth) {
        reading->dropped_depth = 0;
    } else if (reading->dropped_depth == 0) {
        if (na_is_name(local, "pre") && reading->preformatted > 0) reading->preformatted--;
        append_break(reading, local);
    }
    if (reading->depth > 0) reading->depth--;
}

static void characters(void *context, const xmlChar *text, int count) {
    na_reading *reading = context;
    if (reading->dropped_depth > 0 || count <= 0) return;
    size_t start = reading->text.count;
    na_bytes_append(&reading->text, text, (size_t)count);
    if (reading->preformatted > 0) return;
    // Line feeds mean the ends of blocks in what is handed over.
    for (size_t i = start; i < reading->text.count; i++)
        if (reading->text.bytes[i] == '\n' || reading->text.bytes[i] == '\r') reading->text.bytes[i] = ' ';
}

static void ignore_error(void *context, xmlErrorPtr error) { (void)context, (void)error; }

static int is_letter(uint8_t c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

static int is_digit(uint8_t c) { return c >= '0' && c <= '9'; }

static int is_at(const uint8_t *p, size_t count, size_t i, const char *text) {
    size_t length = strlen(text);
    return count - i >= length && memcmp(p + i, text, length) == 0;
}

// Whether a < begins a tag, a comment or what browsers take for one.
static int begins_markup(const uint8_t *p, size_t count, size_t i) {
    uint8_t next = i + 1 < count ? p[i + 1] : 0;
    uint8_t after = i + 2 < count ? p[i + 2] : 0;
    return is_letter(next) || next == '/' || next == '?' || (next == '!' && (is_letter(after) || after == '-'));
}

// What stands for itself is escaped: libxml2 drops text after a < that begins no tag, and stops at a NUL. The marks
// of a CDATA section, which HTML has none of, are left out.
static int make_plain(const uint8_t *p, size_t count, na_bytes *to) {
    size_t tag = 0;
    int is_in_tag = 0, is_in_section = 0;
    for (size_t i = 0; i < count; i++) {
        uint8_t next = i + 1 < count ? p[i + 1] : 0;
        if (is_at(p, count, i, "<![CDATA[")) {
            is_in_section = 1;
            i += 8;
            continue;
        }
        if (is_in_section && is_at(p, count, i, "]]>")) {
            is_in_section = 0;
            i += 2;
            continue;
        }
        if (p[i] == '<' && !begins_markup(p, count, i)) {
            na_bytes_append_string(to, "&lt;");
            continue;
        }
        if (p[i] == '&' && next == '#') {
            uint8_t after = i + 2 < count ? p[i + 2] : 0;
            if (!is_digit(after) && (after | 0x20) != 'x') {
                na_bytes_append_string(to, "&amp;");
                continue;
            }
        }
        if (p[i] == '<') {
            tag = i;
            is_in_tag = 1;
        }
        if (p[i] == '>') is_in_tag = 0;
        if (is_in_tag && i - tag > LONGEST_TAG) return 0;
        na_bytes_append_byte(to, p[i] < 0x20 && p[i] != '\n' && p[i] != '\t' && p[i] != '\r' ? ' ' : p[i]);
    }
    return !to->is_short;
}

static void begin_library(void) { xmlInitParser(); }

static void parse(na_reading *reading, const na_bytes *html) {
    htmlSAXHandler handlers = {
        .initialized = XML_SAX2_MAGIC,
        .startElement = start_element,
        .endElement = end_element,
        .characters = characters,
        .ignorableWhitespace = characters,
        .cdataBlock = characters,
        .serror = ignore_error,
    };
    reading->context = htmlCreatePushParserCtxt(&handlers, reading, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
    if (reading->context == NULL) {
        reading->text.is_short = 1;
        return;
    }
    htmlCtxtUseOptions(
        reading->context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NOIMPLIED |
                              HTML_PARSE_IGNORE_ENC | HTML_PARSE_NONET);
    htmlParseChunk(reading->context, (const char *)html->bytes, (int)html->count, 1);
    xmlDocPtr document = reading->context->myDoc;
    htmlFreeParserCtxt(reading->context);
    xmlFreeDoc(document);
}

uint8_t *na_html_text(const void *html, size_t count, size_t *text_count) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, begin_library);
    na_reading reading = {0};
    na_bytes plain = {0};
    int is_fit = count <= NA_HTML_LIMIT && na_bytes_reserve(&reading.text, 1) && make_plain(html, count, &plain);
    if (is_fit) parse(&reading, &plain);
    na_bytes_free(&plain);
    if (!is_fit || reading.is_too_deep || reading.text.is_short) na_bytes_free(&reading.text);
    *text_count = reading.text.count;
    return reading.text.bytes;
}
#endif
