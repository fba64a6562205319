#ifdef NEWS_ARCHIVE_FEEDS
#define _GNU_SOURCE  // memmem
#include "state.h"

// An instruction that has no ?> by then ends at its first >.
#define LONGEST_INSTRUCTION 4096
#define LONGEST_DECLARATION 4096

static na_step put_literal(na_feed *feed) {
    if (feed->depth > 0 && na_is_telling(feed)) na_put_string(feed, "&lt;");
    feed->cursor++;
    return NA_WENT_ON;
}

static int is_start_of(const uint8_t *p, size_t count, const char *text) {
    size_t length = strlen(text);
    return na_is_same_name((const char *)p, text, count < length ? count : length);
}

static na_step step_declaration(na_feed *feed) {
    static const struct {
        const char *start;
        na_mode mode;
    } known[] = {{"<!--", NA_IN_COMMENT}, {"<![CDATA[", NA_IN_CDATA}, {"<!DOCTYPE", NA_IN_DOCTYPE}};
    const uint8_t *p = na_rest(feed);
    size_t count = na_rest_count(feed);
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (!is_start_of(p, count, known[i].start)) continue;
        size_t length = strlen(known[i].start);
        if (count < length && !feed->is_ended) return NA_WAITS;
        if (count < length) break;
        feed->cursor += length;
        // Outside of the elements nothing is text.
        if (known[i].mode != NA_IN_CDATA || feed->depth > 0) feed->mode = known[i].mode;
        if (known[i].mode == NA_IN_DOCTYPE) {
            na_entities_clear(&feed->entities);
            feed->is_in_subset = 0;
            feed->quote = 0;
        }
        return NA_WENT_ON;
    }
    if (!na_is_letter(p[2]) && p[2] != '[') return put_literal(feed);
    const uint8_t *end = memchr(p, '>', count < LONGEST_DECLARATION ? count : LONGEST_DECLARATION);
    if (end == NULL && count < LONGEST_DECLARATION && !feed->is_ended) return NA_WAITS;
    if (end == NULL) return put_literal(feed);
    feed->cursor += (size_t)(end - p) + 1;
    return NA_WENT_ON;
}

static int is_xml_declaration(const uint8_t *p, size_t count) {
    return count >= 6 && memcmp(p, "<?xml", 5) == 0 && na_is_blank(p[5]);
}

static na_step step_instruction(na_feed *feed) {
    const uint8_t *p = na_rest(feed);
    size_t count = na_rest_count(feed);
    size_t window = count < LONGEST_INSTRUCTION ? count : LONGEST_INSTRUCTION;
    const uint8_t *first = memchr(p, '>', window);
    const uint8_t *end = first;
    while (end != NULL && end[-1] != '?') end = memchr(end + 1, '>', window - (size_t)(end + 1 - p));
    // `<?xml version="1.0">` would else take everything up to the next ?> with it.
    if (first != NULL && is_start_of(p, count, "<?xml")) end = first;
    if (end == NULL && window < LONGEST_INSTRUCTION && !feed->is_ended) return NA_WAITS;
    if (end == NULL) end = first;
    if (end == NULL) return put_literal(feed);
    // Another document begins, and the one before was not ended.
    if (feed->depth > 0 && is_xml_declaration(p, count) && na_end_document(feed) == NA_HAS_RECORD)
        return NA_HAS_RECORD;
    feed->cursor += (size_t)(end - p) + 1;
    return NA_WENT_ON;
}

na_step na_step_markup(na_feed *feed) {
    const uint8_t *p = na_rest(feed);
    size_t count = na_rest_count(feed);
    if (count < 3 && !feed->is_ended) return NA_WAITS;
    if (count < 3) return put_literal(feed);
    if (na_is_letter(p[1])) return na_step_start_tag(feed);
    if (p[1] == '/' && na_is_letter(p[2])) return na_step_end_tag(feed);
    if (p[1] == '!') return step_declaration(feed);
    if (p[1] == '?') return step_instruction(feed);
    return put_literal(feed);
}

na_step na_step_comment(na_feed *feed) {
    const uint8_t *p = na_rest(feed);
    size_t count = na_rest_count(feed);
    const uint8_t *end = memmem(p, count, "-->", 3);
    if (end != NULL) {
        feed->cursor += (size_t)(end - p) + 3;
        feed->mode = NA_IN_TEXT;
        return NA_WENT_ON;
    }
    feed->cursor = count > 2 ? feed->input.count - 2 : feed->cursor;
    return NA_WAITS;
}

// Reads `<!ENTITY name "text">`. The bytes it takes, 0 when it is none, SIZE_MAX when its end has not
// arrived.
static size_t read_entity(na_feed *feed, const uint8_t *p, size_t count) {
    if (!is_start_of(p, count, "<!ENTITY")) return 0;
    size_t i = 8;
    uint8_t quote = 0;
    for (; i < count && i < LONGEST_DECLARATION; i++) {
        if (quote != 0) {
            if (p[i] == quote) quote = 0;
        } else if (p[i] == '"' || p[i] == '\'') {
            quote = p[i];
        } else if (p[i] == '>') {
            na_entities_declare(&feed->entities, p + 8, i - 8);
            return i + 1;
        }
    }
    return i == LONGEST_DECLARATION || feed->is_ended ? 0 : SIZE_MAX;
}

static na_step step_in_doctype(na_feed *feed, const uint8_t *p, size_t count) {
    if (p[0] == '<' && count < 4 && !feed->is_ended) return NA_WAITS;
    // No tag stands in a DOCTYPE: it was not ended. In a subset's quoted text one may.
    int is_tag = p[0] == '<' && count > 1 && (na_is_letter(p[1]) || p[1] == '?');
    if (is_tag && (feed->quote == 0 || !feed->is_in_subset)) {
        feed->mode = NA_IN_TEXT;
        return NA_WENT_ON;
    }
    if (p[0] == feed->quote) {
        feed->quote = 0;
    } else if (feed->quote == 0) {
        if (p[0] == '"' || p[0] == '\'') feed->quote = p[0];
        if (p[0] == '[') feed->is_in_subset = 1;
        if (p[0] == ']') feed->is_in_subset = 0;
        if (p[0] == '>' && !feed->is_in_subset) feed->mode = NA_IN_TEXT;
        if (p[0] == '<' && count >= 4 && memcmp(p, "<!--", 4) == 0) {
            const uint8_t *end = memmem(p + 4, count - 4, "-->", 3);
            if (end == NULL && count < LONGEST_DECLARATION && !feed->is_ended) return NA_WAITS;
            if (end != NULL) feed->cursor += (size_t)(end - p) + 2;
        } else if (p[0] == '<') {
            size_t taken = read_entity(feed, p, count);
            if (taken == SIZE_MAX) return NA_WAITS;
            if (taken > 0) feed->cursor += taken - 1;
        }
    }
    feed->cursor++;
    return NA_WENT_ON;
}

na_step na_step_doctype(na_feed *feed) {
    size_t count = na_rest_count(feed);
    return count == 0 ? NA_WAITS : step_in_doctype(feed, na_rest(feed), count);
}
#endif
