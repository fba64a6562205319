#ifdef NEWS_ARCHIVE_FEEDS
#include "tags.h"

static int is_name_byte(uint8_t c) {
    return na_is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':' || c >= 0x80;
}

size_t na_read_name(const uint8_t *p, size_t count, char *name) {
    size_t read = 0, written = 0;
    int has_colon = 0;
    for (; read < count && is_name_byte(p[read]); read++) {
        if (written == NA_LONGEST_NAME) continue;
        char c = p[read] >= 0x80 ? '_' : (char)p[read];
        int is_first = written == 0 || name[written - 1] == ':';
        if (c == ':') {
            int is_before_name = read + 1 < count && is_name_byte(p[read + 1]) && p[read + 1] != ':';
            int is_allowed = !has_colon && !is_first && is_before_name && written + 1 < NA_LONGEST_NAME;
            if (!is_allowed) c = '_';
            has_colon |= is_allowed;
        } else if (is_first && !na_is_letter((uint8_t)c)) {
            c = '_';
        }
        name[written++] = c;
    }
    name[written] = 0;
    return read;
}

// What a < within a tag means: its end was forgotten. The index after the tag, or 0 when this is no tag at
// all.
static size_t end_before(na_feed *feed, size_t index) {
    return feed->quote != 0 ? (feed->end_in_quote > 0 ? feed->end_in_quote + 1 : index) : 0;
}

static int is_markup_at(const uint8_t *p, size_t count, size_t i) {
    return i + 1 < count && (na_is_letter(p[i + 1]) || p[i + 1] == '/' || p[i + 1] == '!');
}

void na_forget_scan(na_feed *feed) {
    feed->scanned = feed->end_in_quote = 0;
    feed->quote = 0;
    feed->is_after_equals = 0;
}

int na_find_tag_end(na_feed *feed, size_t *end) {
    const uint8_t *p = na_rest(feed);
    size_t count = na_rest_count(feed);
    size_t i = feed->scanned > 0 ? feed->scanned : 1;
    for (; i < count; i++) {
        uint8_t c = p[i];
        if (c == '<') {
            if (i + 1 == count && !feed->is_ended) break;
            if (feed->quote != 0 && !is_markup_at(p, count, i)) continue;
            *end = end_before(feed, i);
            return *end > 0 ? NA_TAG_ENDS : NA_TAG_IS_NONE;
        }
        if (feed->quote != 0) {
            if (c == feed->quote) feed->quote = 0;
            if (c == '>' && feed->end_in_quote == 0) feed->end_in_quote = i;
        } else if (c == '>') {
            *end = i + 1;
            return NA_TAG_ENDS;
        } else if ((c == '"' || c == '\'') && feed->is_after_equals) {
            feed->quote = c;
            feed->end_in_quote = 0;
        }
        if (!na_is_blank(c)) feed->is_after_equals = c == '=';
    }
    feed->scanned = i;
    if (i >= NA_LONGEST_TAG) {
        *end = i;
        return NA_TAG_ENDS;
    }
    if (!feed->is_ended) return NA_TAG_WAITS;
    // The dump was cut off within a tag, or within what follows a quote that was not closed.
    *end = feed->quote != 0 && feed->end_in_quote > 0 ? feed->end_in_quote + 1 : count;
    return NA_TAG_ENDS;
}
#endif
