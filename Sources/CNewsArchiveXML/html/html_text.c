#ifdef NEWS_ARCHIVE_FEEDS
#include "html_text.h"

#include <libxml/HTMLparser.h>
#include <pthread.h>

#include "../feed/bytes.h"
#include "../feed/names.h"
#include "../feed/references.h"

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

// html and body become div: after their end tags libxml2 takes no more text.
static size_t rename_document(const uint8_t *p, size_t count, size_t i, na_bytes *to) {
    size_t name = i + 1 + (i + 1 < count && p[i + 1] == '/');
    static const char *const names[] = {"html", "body"};
    for (size_t n = 0; n < 2; n++) {
        if (count - name <= 4 || !na_is_same_name((const char *)p + name, names[n], 4)) continue;
        if (is_letter(p[name + 4]) || is_digit(p[name + 4])) continue;
        na_bytes_append(to, p + i, name - i);
        na_bytes_append_string(to, "div");
        return name + 4 - i;
    }
    return 0;
}

// Numbers of windows-1252, as browsers take them, and what is no reference at all.
static size_t rewrite_reference(const uint8_t *p, size_t count, size_t i, na_bytes *to) {
    if (i + 1 < count && is_letter(p[i + 1])) return 0;
    if (i + 1 >= count || p[i + 1] != '#') {
        na_bytes_append_string(to, "&amp;");
        return 1;
    }
    int is_hexadecimal = i + 2 < count && (p[i + 2] | 0x20) == 'x';
    size_t start = i + 2 + (size_t)is_hexadecimal;
    size_t end = start;
    uint32_t scalar = 0;
    for (; end < count && end - start < 8; end++) {
        uint8_t c = p[end] | 0x20;
        int is_hexadecimal_letter = is_hexadecimal && c >= 'a' && c <= 'f';
        uint32_t digit = is_digit(p[end]) ? p[end] - '0' : is_hexadecimal_letter ? c - 'a' + 10u : 99;
        if (digit == 99) break;
        scalar = scalar * (is_hexadecimal ? 16 : 10) + digit;
    }
    if (end == start) {
        na_bytes_append_string(to, "&amp;");
        return 1;
    }
    if (scalar < 0x80 || scalar > 0x9F) return 0;
    if (end < count && p[end] == ';') end++;
    na_write_windows_1252((uint8_t)scalar, to);
    return end - i;
}

// What begins at a place and is not to be handed over as it is. The bytes it has; 0 for all else.
static size_t rewrite(const uint8_t *p, size_t count, size_t i, int *is_in_section, na_bytes *to) {
    if (p[i] == '&') return rewrite_reference(p, count, i, to);
    // The marks of a CDATA section, which HTML has none of.
    if (is_at(p, count, i, "<![CDATA[")) {
        *is_in_section = 1;
        return 9;
    }
    if (*is_in_section && is_at(p, count, i, "]]>")) {
        *is_in_section = 0;
        return 3;
    }
    if (p[i] != '<') return 0;
    if (begins_markup(p, count, i)) return rename_document(p, count, i, to);
    na_bytes_append_string(to, "&lt;");
    return 1;
}

// What stands for itself is escaped: libxml2 drops text after a < that begins no tag, and stops at a NUL.
static int make_plain(const uint8_t *p, size_t count, na_bytes *to) {
    size_t tag = 0;
    int is_in_tag = 0, is_in_section = 0;
    na_bytes_append_string(to, "<html><body>");
    for (size_t i = 0; i < count;) {
        if (p[i] == '<' && begins_markup(p, count, i)) {
            tag = i;
            is_in_tag = 1;
        }
        if (p[i] == '>') is_in_tag = 0;
        if (is_in_tag && i - tag > LONGEST_TAG) return 0;
        int is_mark = p[i] == '<' || p[i] == '&' || p[i] == ']';
        size_t rewritten = is_mark ? rewrite(p, count, i, &is_in_section, to) : 0;
        i += rewritten;
        if (rewritten > 0) continue;
        na_bytes_append_byte(to, p[i] < 0x20 && p[i] != '\n' && p[i] != '\t' && p[i] != '\r' ? ' ' : p[i]);
        i++;
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
