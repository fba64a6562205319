#ifdef NEWS_ARCHIVE_FEEDS
#include "tags.h"

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

void na_close_to(na_feed *feed, int depth) {
    feed->overflow = 0;
    while (feed->depth > depth) pop(feed);
    if (feed->depth > 0) return;
    na_flush(feed);
    na_end_context(feed);
}

void na_end_record(na_feed *feed, size_t end) {
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
        na_end_record(feed, feed->cursor);
        return NA_HAS_RECORD;
    }
    na_close_to(feed, 0);
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
    int found = na_find_tag_end(feed, &end);
    if (found == NA_TAG_WAITS) return NA_WAITS;
    char name[NA_LONGEST_NAME + 1];
    size_t width = na_read_name(p + 2, na_rest_count(feed) - 2, name);
    // `</title <link>`: the name ends it.
    if (found == NA_TAG_IS_NONE) end = 2 + width;
    int index = index_of(feed, name);
    int is_record = feed->record_index >= 0;
    if (feed->overflow > 0 && !(index >= 0 && (is_record ? index <= feed->record_index : index < 2))) {
        feed->overflow--;
        index = -1;
    }
    if (is_record && index >= 0 && index < feed->record_index) {
        na_forget_scan(feed);
        na_end_record(feed, feed->cursor);
        return NA_HAS_RECORD;
    }
    na_forget_scan(feed);
    feed->cursor += end;
    if (index < 0) return NA_WENT_ON;
    if (is_record && index == feed->record_index) {
        na_end_record(feed, feed->cursor);
        return NA_HAS_RECORD;
    }
    na_close_to(feed, index);
    return NA_WENT_ON;
}
#endif
