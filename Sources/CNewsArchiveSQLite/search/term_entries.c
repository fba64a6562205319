#include <stdlib.h>
#include <string.h>

#include "term_cursor.h"

typedef struct entry_walk {
    const na_term_cursor *cursor;
    void *context;
    na_entry_handler handle;
    int64_t id;
    // An entry whose positions go on behind its page: what is known of them.
    uint8_t *rest;
    size_t rest_size, missing;
} entry_walk;

static int keep_rest(entry_walk *walk, const uint8_t *bytes, size_t count, size_t size) {
    // No text has so many words.
    if (size > INT32_MAX) return SQLITE_NOTFOUND;
    uint8_t *rest = realloc(walk->rest, size);
    if (rest == NULL) return SQLITE_NOMEM;
    walk->rest = rest;
    memcpy(rest, bytes, count);
    walk->rest_size = count;
    walk->missing = size - count;
    return SQLITE_OK;
}

// Reads up to a batch of entries; says in `at` how far.
static int read_batch(entry_walk *walk, const uint8_t **from, const uint8_t *end, int is_first, na_entry *entries,
                      int *count) {
    const uint8_t *at = *from;
    for (*count = 0; at < end && *count < NA_ENTRY_BATCH; is_first = 0) {
        uint64_t step, size;
        int head = na_entry_head(at, end, &step, &size);
        if (head == 0) return SQLITE_NOTFOUND;
        walk->id = is_first ? (int64_t)step : (int64_t)((uint64_t)walk->id + step);
        if (walk->id == INT64_MIN) return SQLITE_NOTFOUND;
        at += head;
        size >>= 1;
        if (size > (uint64_t)(end - at)) {
            int result = keep_rest(walk, at, (size_t)(end - at), (size_t)size);
            *from = end;
            return result;
        }
        na_entry *entry = &entries[(*count)++];
        entry->id = walk->id;
        entry->positions = at;
        entry->position_size = (size_t)size;
        at += size;
    }
    *from = at;
    return SQLITE_OK;
}

static int walk_entries(entry_walk *walk, const uint8_t *at, const uint8_t *end, const uint8_t *readable) {
    na_entry entries[NA_ENTRY_BATCH];
    for (int i = 0; i < NA_ENTRY_BATCH; i++) entries[i].readable = readable;
    for (int is_first = 1; at < end; is_first = 0) {
        int count;
        int result = read_batch(walk, &at, end, is_first, entries, &count);
        if (result == SQLITE_OK && count > 0) result = walk->handle(walk->context, entries, count);
        if (result != SQLITE_OK) return result;
    }
    return SQLITE_OK;
}

// Takes what a page has of an entry that began before it.
static int take_rest(entry_walk *walk, const na_page *page) {
    if (walk->missing == 0) return SQLITE_OK;
    int end = page->first_entry ? page->first_entry : page->first_term ? page->first_term : page->content_end;
    size_t count = (size_t)(end - NA_PAGE_HEADER);
    if (count > walk->missing) count = walk->missing;
    memcpy(walk->rest + walk->rest_size, page->bytes + NA_PAGE_HEADER, count);
    walk->rest_size += count;
    walk->missing -= count;
    if (walk->missing > 0) return page->first_entry || page->first_term ? SQLITE_NOTFOUND : SQLITE_OK;
    na_entry entry = {
        .id = walk->id,
        .positions = walk->rest,
        .readable = walk->rest + walk->rest_size,
        .position_size = walk->rest_size};
    return walk->handle(walk->context, &entry, 1);
}

static int walk_pages(entry_walk *walk) {
    const na_doclist *doclist = &walk->cursor->doclist;
    const uint8_t *bytes = walk->cursor->bytes;
    int result = walk_entries(walk, bytes + doclist->start, bytes + doclist->end, bytes + walk->cursor->size);
    int goes_on = doclist->end == walk->cursor->content_end;
    for (int64_t number = doclist->page; result == SQLITE_OK && goes_on && ++number <= doclist->segment->last_page;) {
        na_page page;
        result = na_index_page(walk->cursor->index, doclist->segment, number, &page);
        if (result == SQLITE_OK) result = take_rest(walk, &page);
        int end = page.first_term ? page.first_term : page.content_end;
        if (result == SQLITE_OK && page.first_entry)
            result = walk_entries(walk, page.bytes + page.first_entry, page.bytes + end, page.bytes + page.size);
        goes_on = result == SQLITE_OK && page.first_term == 0;
    }
    return result == SQLITE_OK && walk->missing > 0 ? SQLITE_NOTFOUND : result;
}

int na_term_cursor_each(const na_term_cursor *cursor, void *context, na_entry_handler handle) {
    entry_walk walk = {.cursor = cursor, .context = context, .handle = handle};
    int result = walk_pages(&walk);
    free(walk.rest);
    return result;
}
