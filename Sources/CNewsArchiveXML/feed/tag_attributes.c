#ifdef NEWS_ARCHIVE_FEEDS
#include "tags.h"

typedef struct {
    size_t name, name_count;
} seen_name;

static int is_seen(const na_bytes *tag, const seen_name *seen, size_t count, const char *name) {
    size_t length = strlen(name);
    for (size_t i = 0; i < count; i++)
        if (seen[i].name_count == length && memcmp(tag->bytes + seen[i].name, name, length) == 0) return 1;
    return 0;
}

static size_t skip_blanks(const uint8_t *p, size_t i, size_t end) {
    while (i < end && na_is_blank(p[i])) i++;
    return i;
}

// Where the value that starts at `i` ends; `start` is where it starts within its quotes.
static size_t value_end(const uint8_t *p, size_t i, size_t end, size_t *start, size_t *count) {
    if (i < end && (p[i] == '"' || p[i] == '\'')) {
        const uint8_t *quote = memchr(p + i + 1, p[i], end - i - 1);
        *start = i + 1;
        *count = (quote != NULL ? (size_t)(quote - p) : end) - i - 1;
        return quote != NULL ? (size_t)(quote - p) + 1 : end;
    }
    *start = i;
    while (i < end && !na_is_blank(p[i])) i++;
    *count = i - *start;
    return i;
}

void na_write_attributes(na_feed *feed, const uint8_t *p, size_t i, size_t end, na_bytes *tag) {
    seen_name seen[NA_MOST_ATTRIBUTES];
    size_t seen_count = 0;
    while (i < end && seen_count < NA_MOST_ATTRIBUTES) {
        i = skip_blanks(p, i, end);
        if (i < end && !na_is_letter(p[i])) {
            i++;
            continue;
        }
        char name[NA_LONGEST_NAME + 1];
        i += na_read_name(p + i, end - i, name);
        size_t equals = skip_blanks(p, i, end);
        size_t start = i, count = 0;
        if (equals < end && p[equals] == '=')
            i = value_end(p, skip_blanks(p, equals + 1, end), end, &start, &count);
        if (name[0] == 0 || is_seen(tag, seen, seen_count, name)) continue;
        na_bytes_append_byte(tag, ' ');
        seen[seen_count++] = (seen_name){tag->count, strlen(name)};
        na_bytes_append_string(tag, name);
        na_bytes_append_string(tag, "=\"");
        na_put_value(feed, p + start, count, tag);
        na_bytes_append_byte(tag, '"');
    }
}
#endif
