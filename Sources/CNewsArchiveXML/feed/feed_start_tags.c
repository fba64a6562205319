#ifdef NEWS_ARCHIVE_FEEDS
#include "tags.h"

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

static na_step put_literal(na_feed *feed) {
    na_forget_scan(feed);
    if (feed->depth > 0 && na_is_telling(feed)) na_put_string(feed, "&lt;");
    feed->cursor++;
    return NA_WENT_ON;
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
    tag->attributes = 1 + na_read_name(p + 1, end - 1, tag->name);
    size_t last = end - (p[end - 1] == '>');
    tag->is_empty = last > tag->attributes - 1 && p[last - 1] == '/' && !tag->is_too_long;
    tag->attributes_end = tag->is_too_long ? tag->attributes : last - (size_t)tag->is_empty;
}

// An element that HTML ends by itself where another one begins.
static void end_implied(na_feed *feed, const char *name) {
    if (feed->record_index < 0 || feed->depth - 1 <= feed->record_index || feed->overflow > 0) return;
    const char *last = feed->elements[feed->depth - 1].name;
    int is_implied = na_is_name(name, "p") || na_is_name(name, "li");
    if (is_implied && na_is_name(last, name)) na_close_to(feed, feed->depth - 1);
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
        na_end_record(feed, feed->cursor);
        return NA_HAS_RECORD;
    }
    if (feed->overflow > 0) {
        int is_in_channel = feed->depth > 1 && na_is_name(local_name(feed->elements[1].name), "channel");
        na_close_to(feed, is_in_channel ? 2 : 1);
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
    na_write_attributes(feed, na_rest(feed), tag->attributes, tag->attributes_end, written);
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
        na_end_record(feed, feed->cursor);
        return NA_HAS_RECORD;
    } else if (feed->depth > 0) {
        na_close_to(feed, feed->depth - 1);
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
    int found = na_find_tag_end(feed, &end);
    if (found == NA_TAG_WAITS) return NA_WAITS;
    if (found == NA_TAG_IS_NONE) return put_literal(feed);
    start_tag tag;
    read_tag(feed, &tag, end);
    uint8_t quote = feed->quote;
    if (make_room(feed, tag.name) == NA_HAS_RECORD) {
        na_forget_scan(feed);
        return NA_HAS_RECORD;
    }
    na_forget_scan(feed);
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
