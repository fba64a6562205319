#ifdef NEWS_ARCHIVE_FEEDS
#include "state.h"

// Start tags that are kept beside the open elements, for a new context.
#define MOST_KEPT_TAGS (256u << 10)

static const char *local_name(const char *name) {
    const char *colon = strchr(name, ':');
    return colon != NULL ? colon + 1 : name;
}

static int is_record_name(const char *name) {
    const char *local = local_name(name);
    return na_is_name(local, "item") || na_is_name(local, "entry");
}

// Elements of HTML that have no end tag.
static int is_void(const char *name) {
    static const char *const names[] = {"br", "hr", "img", "wbr", "input"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (na_is_name(name, names[i])) return 1;
    return 0;
}

static int is_name_byte(uint8_t c) {
    return na_is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':' || c >= 0x80;
}

// Copies a name and makes it one that XML with namespaces allows. The bytes that it has in the dump.
static size_t read_name(const uint8_t *p, size_t count, char *name) {
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

// MARK: - Where a tag ends

// What a < within a tag means: its end was forgotten. The index after the tag, or 0 when this is no tag at
// all.
static size_t end_before(na_feed *feed, size_t index) {
    return feed->quote != 0 ? (feed->end_in_quote > 0 ? feed->end_in_quote + 1 : index) : 0;
}

static int is_markup_at(const uint8_t *p, size_t count, size_t i) {
    return i + 1 < count && (na_is_letter(p[i + 1]) || p[i + 1] == '/' || p[i + 1] == '!');
}

enum { TAG_WAITS, TAG_ENDS, TAG_IS_NONE };

static void forget_scan(na_feed *feed) {
    feed->scanned = feed->end_in_quote = 0;
    feed->quote = 0;
    feed->is_after_equals = 0;
}

// Goes on where it stopped when the bytes ran out, so that pieces of one byte cost no more.
static int find_tag_end(na_feed *feed, size_t *end) {
    const uint8_t *p = na_rest(feed);
    size_t count = na_rest_count(feed);
    size_t i = feed->scanned > 0 ? feed->scanned : 1;
    for (; i < count; i++) {
        uint8_t c = p[i];
        if (c == '<') {
            if (i + 1 == count && !feed->is_ended) break;
            if (feed->quote != 0 && !is_markup_at(p, count, i)) continue;
            *end = end_before(feed, i);
            return *end > 0 ? TAG_ENDS : TAG_IS_NONE;
        }
        if (feed->quote != 0) {
            if (c == feed->quote) feed->quote = 0;
            if (c == '>' && feed->end_in_quote == 0) feed->end_in_quote = i;
        } else if (c == '>') {
            *end = i + 1;
            return TAG_ENDS;
        } else if ((c == '"' || c == '\'') && feed->is_after_equals) {
            feed->quote = c;
            feed->end_in_quote = 0;
        }
        if (!na_is_blank(c)) feed->is_after_equals = c == '=';
    }
    feed->scanned = i;
    if (i >= NA_LONGEST_TAG) {
        *end = i;
        return TAG_ENDS;
    }
    if (!feed->is_ended) return TAG_WAITS;
    // The dump was cut off within a tag, or within what follows a quote that was not closed.
    *end = feed->quote != 0 && feed->end_in_quote > 0 ? feed->end_in_quote + 1 : count;
    return TAG_ENDS;
}

static na_step put_literal(na_feed *feed) {
    forget_scan(feed);
    if (feed->depth > 0 && na_is_telling(feed)) na_put_string(feed, "&lt;");
    feed->cursor++;
    return NA_WENT_ON;
}

// MARK: - Ends

static void tell_end(na_feed *feed, const na_element *element) {
    na_put_string(feed, "</");
    na_put_string(feed, element->name);
    na_put_string(feed, ">");
}

static void pop(na_feed *feed) {
    na_element *element = &feed->elements[--feed->depth];
    if (element->tag_count > 0) feed->tags.count = element->tag;
    if (feed->told <= feed->depth) return;
    tell_end(feed, element);
    feed->told = feed->depth;
}

// Ends elements until so many are open.
static void close_to(na_feed *feed, int depth) {
    feed->overflow = 0;
    while (feed->depth > depth) pop(feed);
    if (feed->depth > 0) return;
    na_flush(feed);
    na_end_context(feed);
}

static void end_record(na_feed *feed, size_t end) {
    int index = feed->record_index;
    feed->overflow = 0;
    // The record's end tag is its reader's sign that it is whole: told last, and at once.
    while (feed->depth > index) pop(feed);
    na_flush(feed);
    na_complete_record(feed, feed->input_offset + end);
    if (feed->depth == 0) na_end_context(feed);
}

na_step na_end_document(na_feed *feed) {
    if (feed->record_index >= 0) {
        end_record(feed, feed->cursor);
        return NA_HAS_RECORD;
    }
    close_to(feed, 0);
    return NA_WENT_ON;
}

static int index_of(const na_feed *feed, const char *name) {
    for (int i = feed->depth; i-- > 0;)
        if (na_is_name(feed->elements[i].name, name)) return i;
    return -1;
}

na_step na_step_end_tag(na_feed *feed) {
    const uint8_t *p = na_rest(feed);
    size_t end;
    int found = find_tag_end(feed, &end);
    if (found == TAG_WAITS) return NA_WAITS;
    char name[NA_LONGEST_NAME + 1];
    size_t width = read_name(p + 2, na_rest_count(feed) - 2, name);
    // `</title <link>`: the name ends it.
    if (found == TAG_IS_NONE) end = 2 + width;
    int index = index_of(feed, name);
    int is_record = feed->record_index >= 0;
    if (feed->overflow > 0 && !(index >= 0 && (is_record ? index <= feed->record_index : index < 2))) {
        feed->overflow--;
        index = -1;
    }
    if (is_record && index >= 0 && index < feed->record_index) {
        forget_scan(feed);
        end_record(feed, feed->cursor);
        return NA_HAS_RECORD;
    }
    forget_scan(feed);
    feed->cursor += end;
    if (index < 0) return NA_WENT_ON;
    if (is_record && index == feed->record_index) {
        end_record(feed, feed->cursor);
        return NA_HAS_RECORD;
    }
    close_to(feed, index);
    return NA_WENT_ON;
}

// MARK: - Starts

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

// Writes the attributes anew: quoted, each once, with nothing in them that XML does not allow.
static void write_attributes(na_feed *feed, const uint8_t *p, size_t i, size_t end, na_bytes *tag) {
    seen_name seen[NA_MOST_ATTRIBUTES];
    size_t seen_count = 0;
    while (i < end && seen_count < NA_MOST_ATTRIBUTES) {
        i = skip_blanks(p, i, end);
        if (i < end && !na_is_letter(p[i])) {
            i++;
            continue;
        }
        char name[NA_LONGEST_NAME + 1];
        i += read_name(p + i, end - i, name);
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

typedef struct {
    char name[NA_LONGEST_NAME + 1];
    size_t end;
    int is_empty;
    int is_too_long;
    size_t attributes;
    size_t attributes_end;
} start_tag;

static void read_tag(na_feed *feed, start_tag *tag, size_t end) {
    const uint8_t *p = na_rest(feed);
    tag->end = end;
    tag->is_too_long = feed->scanned >= NA_LONGEST_TAG;
    tag->attributes = 1 + read_name(p + 1, end - 1, tag->name);
    size_t last = end - (p[end - 1] == '>');
    tag->is_empty = last > tag->attributes - 1 && p[last - 1] == '/' && !tag->is_too_long;
    tag->attributes_end = tag->is_too_long ? tag->attributes : last - (size_t)tag->is_empty;
}

// An element that HTML ends by itself where another one begins.
static void end_implied(na_feed *feed, const char *name) {
    if (feed->record_index < 0 || feed->depth - 1 <= feed->record_index || feed->overflow > 0) return;
    const char *last = feed->elements[feed->depth - 1].name;
    int is_implied = na_is_name(name, "p") || na_is_name(name, "li");
    if (is_implied && na_is_name(last, name)) close_to(feed, feed->depth - 1);
}

// What has to be ended before a record, or a new document, begins. NA_HAS_RECORD when a record had to be.
static na_step make_room(na_feed *feed, const char *name) {
    if (feed->depth == 0) return NA_WENT_ON;
    if (na_is_name(name, feed->elements[0].name) || na_is_name(name, "rss")) {
        if (feed->record_index != 0) return na_end_document(feed);
    }
    if (!is_record_name(name)) return NA_WENT_ON;
    if (feed->record_index >= 0) {
        if (!na_is_name(name, feed->elements[feed->record_index].name)) return NA_WENT_ON;
        end_record(feed, feed->cursor);
        return NA_HAS_RECORD;
    }
    if (feed->overflow > 0) {
        int is_in_channel = feed->depth > 1 && na_is_name(local_name(feed->elements[1].name), "channel");
        close_to(feed, is_in_channel ? 2 : 1);
    }
    return NA_WENT_ON;
}

// Keeps what came before out of the record's own part of the output.
static void begin_document(na_feed *feed, const char *name) {
    na_end_context(feed);
    feed->tags.count = 0;
    if (is_record_name(name)) return;
    na_draft_clear(&feed->builder.channel);
    feed->document++;
}

static void push(na_feed *feed, const start_tag *tag, const na_bytes *written) {
    if (feed->depth == feed->deepest) {
        feed->overflow++;
        if (feed->record_index >= 0) na_reject(feed, NA_FEED_TOO_DEEP);
        return;
    }
    na_element *element = &feed->elements[feed->depth++];
    memcpy(element->name, tag->name, sizeof element->name);
    element->tag = feed->tags.count;
    element->tag_count = 0;
    if (feed->record_index >= 0 || written == NULL) return;
    if (feed->tags.count + written->count <= MOST_KEPT_TAGS) {
        na_bytes_append(&feed->tags, written->bytes, written->count);
    } else {
        na_bytes_append_byte(&feed->tags, '<');
        na_bytes_append_string(&feed->tags, tag->name);
        na_bytes_append_byte(&feed->tags, '>');
    }
    element->tag_count = feed->tags.count - element->tag;
}

static void write_tag(na_feed *feed, const start_tag *tag, na_bytes *written) {
    na_bytes_append_byte(written, '<');
    na_bytes_append_string(written, tag->name);
    write_attributes(feed, na_rest(feed), tag->attributes, tag->attributes_end, written);
    na_bytes_append_byte(written, '>');
}

// Tells libxml2 of the record's element, to learn whether it is one of a feed's or of some other vocabulary.
static void begin_if_record(na_feed *feed, uint64_t offset, uint64_t line) {
    na_flush(feed);
    if (feed->builder.record_depth > 0) na_begin_record(feed, offset, line);
}

// Ends the element that began last, for its tag ends with />.
static na_step end_empty(na_feed *feed) {
    if (feed->overflow > 0) {
        feed->overflow--;
    } else if (feed->record_index == feed->depth - 1) {
        end_record(feed, feed->cursor);
        return NA_HAS_RECORD;
    } else if (feed->depth > 0) {
        close_to(feed, feed->depth - 1);
    }
    return NA_WENT_ON;
}

static na_step open_element(na_feed *feed, const start_tag *tag) {
    uint64_t offset = na_offset(feed);
    int is_record = is_record_name(tag->name) && feed->record_index < 0;
    uint64_t line = is_record ? na_line(feed, feed->cursor) : 0;
    if (is_record) na_flush(feed);
    na_bytes written = {0};
    int is_told = na_is_telling(feed) && feed->depth < feed->deepest && feed->told == feed->depth;
    if (is_told) {
        write_tag(feed, tag, &written);
        // A byte in it may have rejected the record.
        is_told = na_is_telling(feed) && !written.is_short;
    }
    int depth = feed->depth;
    push(feed, tag, is_told ? &written : NULL);
    if (is_told) {
        na_put(feed, written.bytes, written.count);
        feed->told = depth + 1;
        if (is_record) begin_if_record(feed, offset, line);
    }
    na_bytes_free(&written);
    feed->cursor += tag->end;
    if (tag->is_too_long) {
        feed->mode = NA_IN_LONG_TAG;
        feed->is_after_slash = 0;
        return NA_WENT_ON;
    }
    if (!tag->is_empty && !(feed->record_index >= 0 && is_void(tag->name))) return NA_WENT_ON;
    return end_empty(feed);
}

na_step na_step_start_tag(na_feed *feed) {
    size_t end;
    int found = find_tag_end(feed, &end);
    if (found == TAG_WAITS) return NA_WAITS;
    if (found == TAG_IS_NONE) return put_literal(feed);
    start_tag tag;
    read_tag(feed, &tag, end);
    uint8_t quote = feed->quote;
    if (make_room(feed, tag.name) == NA_HAS_RECORD) {
        forget_scan(feed);
        return NA_HAS_RECORD;
    }
    forget_scan(feed);
    if (tag.is_too_long) feed->quote = quote;
    if (feed->depth == 0) begin_document(feed, tag.name);
    end_implied(feed, tag.name);
    return open_element(feed, &tag);
}

na_step na_step_long_tag(na_feed *feed) {
    const uint8_t *p = na_rest(feed);
    size_t count = na_rest_count(feed);
    size_t i = 0;
    for (; i < count; i++) {
        if (feed->quote != 0) {
            if (p[i] == feed->quote) feed->quote = 0;
        } else if (p[i] == '>') {
            break;
        }
        feed->is_after_slash = p[i] == '/';
    }
    feed->cursor += i < count ? i + 1 : count;
    if (i == count) return NA_WAITS;
    feed->quote = 0;
    feed->mode = NA_IN_TEXT;
    return feed->is_after_slash ? end_empty(feed) : NA_WENT_ON;
}
#endif
