#ifdef NEWS_ARCHIVE_FEEDS
#include <pthread.h>
#include <stdlib.h>

#include "state.h"

// Bytes of a piece that are dealt with at once: they stay in the processor's cache.
#define MOST_AT_ONCE (64u << 10)

static void begin_library(void) { xmlInitParser(); }

na_feed *na_feed_create(size_t maximum_record_bytes, int maximum_depth) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, begin_library);
    na_feed *feed = calloc(1, sizeof *feed);
    if (feed == NULL) return NULL;
    feed->limit = feed->builder.limit = maximum_record_bytes;
    feed->deepest = maximum_depth < NA_DEEPEST ? maximum_depth : NA_DEEPEST;
    feed->elements = calloc((size_t)feed->deepest, sizeof *feed->elements);
    if (feed->elements == NULL) {
        free(feed);
        return NULL;
    }
    feed->line = 1;
    feed->record_index = -1;
    na_builder_handlers(&feed->handlers);
    return feed;
}

void na_feed_free(na_feed *feed) {
    if (feed == NULL) return;
    na_end_context(feed);
    na_builder_free(&feed->builder);
    na_entities_free(&feed->entities);
    na_bytes_free(&feed->input);
    na_bytes_free(&feed->tags);
    na_bytes_free(&feed->preamble);
    na_bytes_free(&feed->output);
    free(feed->elements);
    free(feed);
}

uint64_t na_line(na_feed *feed, size_t index) {
    uint64_t ends = 0;
    for (size_t i = feed->counted; i < index;) {
        // Counts of a byte's size, for so many fit into one vector.
        size_t end = index - i < 255 ? index : i + 255;
        uint8_t some = 0;
        for (; i < end; i++) some = (uint8_t)(some + (feed->input.bytes[i] == '\n'));
        ends += some;
    }
    if (index > feed->counted) feed->counted = index;
    return feed->line += ends;
}

void na_reject(na_feed *feed, int problem) {
    if (feed->record_index < 0 || feed->record.problem != NA_FEED_SOUND) return;
    feed->record.problem = problem;
    // What is not told any more needs no room either.
    na_bytes_clear(&feed->builder.record.text);
    feed->builder.record.field_count = feed->builder.record.attribute_count = 0;
    feed->builder.open_count = 0;
}

void na_begin_record(na_feed *feed, uint64_t offset, uint64_t line) {
    feed->record_index = feed->depth - 1;
    feed->record = (na_feed_record){.offset = offset, .line = line, .document = feed->document};
    feed->preamble.count = 0;
    na_element *element = &feed->elements[feed->record_index];
    na_bytes_append(&feed->preamble, feed->tags.bytes, element->tag);
}

static void show(na_feed_record *record, const na_draft *draft) {
    record->text = draft->text.bytes;
    record->fields = draft->fields;
    record->field_count = draft->field_count;
    record->attributes = draft->attributes;
    record->version = draft->version;
}

void na_complete_record(na_feed *feed, uint64_t end) {
    feed->record.count = end - feed->record.offset;
    feed->record_index = -1;
    feed->has_record = 1;
    feed->builder.is_too_large = 0;
    if (feed->builder.record.text.is_short && feed->record.problem == NA_FEED_SOUND)
        feed->record.problem = NA_FEED_TOO_LARGE;
    show(&feed->record, &feed->builder.record);
    feed->record.preamble = feed->preamble.bytes;
    feed->record.preamble_count = feed->preamble.count;
}

static na_step step(na_feed *feed) {
    switch (feed->mode) {
        case NA_IN_TEXT: return na_step_text(feed);
        case NA_IN_CDATA: return na_step_cdata(feed);
        case NA_IN_COMMENT: return na_step_comment(feed);
        case NA_IN_LONG_TAG: return na_step_long_tag(feed);
        case NA_IN_DOCTYPE: return na_step_doctype(feed);
    }
    return NA_WAITS;
}

static na_step go_on(na_feed *feed) {
    for (;;) {
        na_step result = step(feed);
        if (result != NA_WENT_ON) return result;
    }
}

// Lets go of what was dealt with, and takes more.
static void take(na_feed *feed, const uint8_t *bytes, size_t count) {
    na_line(feed, feed->cursor);
    size_t rest = na_rest_count(feed);
    if (rest > 0) memmove(feed->input.bytes, na_rest(feed), rest);
    feed->input_offset += feed->cursor;
    feed->counted -= feed->cursor;
    feed->cursor = 0;
    feed->input.count = rest;
    na_bytes_append(&feed->input, bytes, count);
}

static void forget_completed(na_feed *feed) {
    if (!feed->has_record) return;
    feed->has_record = 0;
    na_draft_clear(&feed->builder.record);
    feed->record = (na_feed_record){0};
}

size_t na_feed_read(na_feed *feed, const void *bytes, size_t count) {
    forget_completed(feed);
    size_t taken = 0;
    while (go_on(feed) != NA_HAS_RECORD && taken < count) {
        size_t part = count - taken < MOST_AT_ONCE ? count - taken : MOST_AT_ONCE;
        take(feed, (const uint8_t *)bytes + taken, part);
        taken += part;
    }
    return taken;
}

void na_feed_finish(na_feed *feed) {
    forget_completed(feed);
    feed->is_ended = 1;
    if (go_on(feed) == NA_HAS_RECORD) return;
    feed->cursor = feed->input.count;
    na_end_document(feed);
}

const na_feed_record *na_feed_completed(const na_feed *feed) { return feed->has_record ? &feed->record : NULL; }

const na_feed_record *na_feed_channel(const na_feed *feed) {
    na_feed *changed = (na_feed *)feed;
    show(&changed->channel, &feed->builder.channel);
    changed->channel.document = feed->document;
    return &feed->channel;
}
#endif
