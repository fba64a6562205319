#include "term_cursor.h"

#include <stdlib.h>
#include <string.h>

int na_compare_terms(const uint8_t *one, int one_size, const uint8_t *other, int other_size) {
    int order = memcmp(one, other, (size_t)(one_size < other_size ? one_size : other_size));
    return order != 0 ? order : one_size - other_size;
}

static int copy_page(na_term_cursor *cursor, const na_page *page) {
    if (page->size > cursor->capacity) {
        uint8_t *bytes = realloc(cursor->bytes, (size_t)page->size);
        if (bytes == NULL) return SQLITE_NOMEM;
        cursor->bytes = bytes;
        cursor->capacity = page->size;
    }
    memcpy(cursor->bytes, page->bytes, (size_t)page->size);
    cursor->size = page->size;
    cursor->content_end = page->content_end;
    cursor->next_listed = page->content_end;
    cursor->term_start = 0;
    return SQLITE_OK;
}

// The number of the page that has the next term, where `number` only goes on with the doclist of the present one, which may
// take thousands of pages.
static int skip_doclist(const na_term_cursor *cursor, int64_t *number) {
    int64_t passed = *number;
    if (cursor->term_size == 0) return SQLITE_NOTFOUND;
    int result =
        na_index_page_after_term(cursor->index, cursor->segment, cursor->term, (size_t)cursor->term_size, number);
    return result == SQLITE_OK && *number <= passed ? SQLITE_NOTFOUND : result;
}

// Goes to the next page that has a term.
static int load_page(na_term_cursor *cursor, int64_t number) {
    while (number <= cursor->segment->last_page) {
        na_page page;
        int result = na_index_page(cursor->index, cursor->segment, number, &page);
        if (result != SQLITE_OK) return result;
        cursor->page = number;
        if (page.first_term) return copy_page(cursor, &page);
        result = skip_doclist(cursor, &number);
        if (result != SQLITE_OK) return result;
    }
    cursor->is_at_end = 1;
    return SQLITE_OK;
}

// Where the next term of the page begins; the end of the content where there is none.
static int next_start(const na_term_cursor *cursor, int *size) {
    uint64_t distance = 0;
    const uint8_t *end = cursor->bytes + cursor->size;
    *size = cursor->next_listed < cursor->size ? na_varint(cursor->bytes + cursor->next_listed, end, &distance) : 0;
    if (*size == 0 || distance > (uint64_t)cursor->content_end) return cursor->content_end;
    int start = cursor->term_start + (int)distance;
    return start < cursor->content_end ? start : cursor->content_end;
}

// A term repeats so many bytes of the one before it; the first one of a page repeats none.
static int read_term(na_term_cursor *cursor, int is_first) {
    const uint8_t *at = cursor->bytes + cursor->term_start, *end = cursor->bytes + cursor->content_end;
    uint64_t kept = 0, added = 0;
    int size = is_first ? 0 : na_varint(at, end, &kept);
    if (!is_first && size == 0) return SQLITE_NOTFOUND;
    at += size;
    size = na_varint(at, end, &added);
    at += size;
    if (size == 0 || kept > (uint64_t)cursor->term_size || added > (uint64_t)(end - at) || kept + added > NA_TERM_LIMIT)
        return SQLITE_NOTFOUND;
    // Behind the one before: a walk over damaged pages ends, too.
    int left = cursor->term_size - (int)kept, is_empty = kept + added == 0;
    if (is_empty || (cursor->term_size > 0 && na_compare_terms(at, (int)added, cursor->term + kept, left) <= 0))
        return SQLITE_NOTFOUND;
    memcpy(cursor->term + kept, at, added);
    cursor->term_size = (int)(kept + added);
    at += added;
    int listed_size;
    cursor->doclist = (na_doclist){
        .segment = cursor->segment,
        .page = cursor->page,
        .start = (int)(at - cursor->bytes),
        .end = next_start(cursor, &listed_size)};
    return cursor->doclist.start <= cursor->doclist.end ? SQLITE_OK : SQLITE_NOTFOUND;
}

int na_term_cursor_next(na_term_cursor *cursor) {
    int size, is_first = cursor->term_start == 0;
    int start = next_start(cursor, &size);
    if (start == cursor->content_end) {
        int result = load_page(cursor, cursor->page + 1);
        if (result != SQLITE_OK || cursor->is_at_end) return result;
        start = next_start(cursor, &size);
        is_first = 1;
    }
    if (start <= cursor->term_start) return SQLITE_NOTFOUND;
    cursor->next_listed += size;
    cursor->term_start = start;
    return read_term(cursor, is_first);
}

int na_term_cursor_open(na_term_cursor *cursor, na_index *index, const na_segment *segment, const uint8_t *term, int size) {
    *cursor = (na_term_cursor){.index = index, .segment = segment};
    int64_t number;
    int result = na_index_page_of_term(index, segment, term, (size_t)size, &number);
    if (result == SQLITE_OK) result = load_page(cursor, number);
    do {
        if (result != SQLITE_OK || cursor->is_at_end) return result;
        result = na_term_cursor_next(cursor);
    } while (result != SQLITE_OK || cursor->is_at_end || na_compare_terms(cursor->term, cursor->term_size, term, size) < 0);
    return result;
}

void na_term_cursor_close(na_term_cursor *cursor) {
    free(cursor->bytes);
    cursor->bytes = NULL;
}
