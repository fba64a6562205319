#include "prefix_words.h"

#include <stdlib.h>
#include <string.h>

typedef struct prefix_walk {
    na_index *index;
    const na_token *prefix;
    void *context;
    na_entry_handler handle;
} prefix_walk;

static int begins_so(const na_term_cursor *cursor, const na_token *prefix) {
    return !cursor->is_at_end && cursor->term_size >= prefix->size
           && memcmp(cursor->term, prefix->bytes, (size_t)prefix->size) == 0;
}

static int add_merged(prefix_walk *walk, const na_doclist *doclists, int count) {
    na_posting_list list;
    int result = na_posting_list_of(&list, walk->index, doclists, count, 0);
    if (result == SQLITE_OK) result = na_posting_list_advance(&list, INT64_MIN + 1);
    while (result == SQLITE_OK && list.key != NA_NO_KEY) {
        na_entry entry = {list.key, list.positions, list.readable, list.position_size};
        result = walk->handle(walk->context, &entry, 1);
        if (result == SQLITE_OK) result = na_posting_list_advance(&list, list.key + 1);
    }
    na_posting_list_close(&list);
    return result;
}

// The cursor with the least word that begins so; NULL when there is none any more.
static const na_term_cursor *least(const na_term_cursor *cursors, int count, const na_token *prefix) {
    const na_term_cursor *found = NULL;
    for (int i = 0; i < count; i++)
        if (begins_so(&cursors[i], prefix)
            && (found == NULL
                || na_compare_terms(cursors[i].term, cursors[i].term_size, found->term, found->term_size) < 0))
            found = &cursors[i];
    return found;
}

// Adds the next word up, of all segments that know it.
static int add_word(prefix_walk *walk, na_term_cursor *cursors, int count, const na_term_cursor *word,
                    na_doclist *doclists) {
    uint8_t term[NA_TERM_LIMIT];
    int size = word->term_size, known = 0;
    memcpy(term, word->term, (size_t)size);
    for (int i = 0; i < count; i++)
        if (!cursors[i].is_at_end && na_compare_terms(cursors[i].term, cursors[i].term_size, term, size) == 0)
            doclists[known++] = cursors[i].doclist;
    int result = known > 1 ? add_merged(walk, doclists, known) : na_term_cursor_each(word, walk->context, walk->handle);
    for (int i = 0; i < count && result == SQLITE_OK; i++)
        if (!cursors[i].is_at_end && na_compare_terms(cursors[i].term, cursors[i].term_size, term, size) == 0)
            result = na_term_cursor_next(&cursors[i]);
    return result;
}

int na_each_entry_of_prefix(na_index *index, const na_token *prefix, void *context, na_entry_handler handle) {
    prefix_walk walk = {.index = index, .prefix = prefix, .context = context, .handle = handle};
    int count = index->segment_count, opened = 0, result = SQLITE_OK;
    na_term_cursor *cursors = calloc((size_t)count + 1, sizeof *cursors);
    na_doclist *doclists = calloc((size_t)count + 1, sizeof *doclists);
    if (cursors == NULL || doclists == NULL) result = SQLITE_NOMEM;
    while (result == SQLITE_OK && opened < count) {
        result = na_term_cursor_open(&cursors[opened], index, &index->segments[opened], prefix->bytes, prefix->size);
        opened++;
    }
    const na_term_cursor *word = NULL;
    while (result == SQLITE_OK && (word = least(cursors, count, prefix)) != NULL)
        result = add_word(&walk, cursors, count, word, doclists);
    for (int i = 0; i < opened; i++) na_term_cursor_close(&cursors[i]);
    free(cursors);
    free(doclists);
    return result;
}

// MARK: What it costs

// The first term behind all that begin so. A byte of 255 is in no UTF-8.
static int behind(const uint8_t *beginning, size_t count, uint8_t *term) {
    term[0] = NA_MAIN_INDEX;
    memcpy(term + 1, beginning, count);
    term[count + 1] = 0xFF;
    return (int)count + 2;
}

int na_prefix_pages(na_index *index, const char *beginning, size_t count, int64_t *pages) {
    uint8_t term[NA_TERM_LIMIT];
    *pages = 0;
    if (count + 2 > NA_TERM_LIMIT) return SQLITE_OK;
    int size = behind((const uint8_t *)beginning, count, term);
    int result = na_index_begin(index, NULL);
    for (int i = 0; i < index->segment_count && result == SQLITE_OK; i++) {
        const na_segment *segment = &index->segments[i];
        int64_t first = 0, last = 0;
        result = na_index_page_of_term(index, segment, term, count + 1, &first);
        if (result == SQLITE_OK) result = na_index_page_of_term(index, segment, term, (size_t)size, &last);
        *pages += last - first + 1;
    }
    na_index_end(index);
    return result;
}
