#include "../include/vocabulary.h"

#include <stdlib.h>
#include <string.h>

#include "posting_list.h"

// The terms of all segments side by side, the newest segment's first.
typedef struct walk {
    na_index *index;
    na_term_cursor *cursors;
    na_doclist *doclists;
    int opened;
    // The least of the terms that the cursors stand on.
    uint8_t term[NA_TERM_LIMIT];
    int size;
} walk;

// MARK: Terms

// Writes a word as a term of the main index; 0 for one that is too long to be there.
static int make_term(uint8_t *term, const char *word, size_t size) {
    if (size + 1 > NA_TERM_LIMIT) return 0;
    term[0] = NA_MAIN_INDEX;
    if (size > 0) memcpy(term + 1, word, size);
    return (int)size + 1;
}

static int stands_on(const na_term_cursor *cursor, const uint8_t *term, int size) {
    return !cursor->is_at_end && na_compare_terms(cursor->term, cursor->term_size, term, size) == 0;
}

static int open_walk(walk *walk, const uint8_t *term, int size) {
    int count = walk->index->segment_count, result = SQLITE_OK;
    walk->cursors = calloc((size_t)count + 1, sizeof *walk->cursors);
    walk->doclists = calloc((size_t)count + 1, sizeof *walk->doclists);
    if (walk->cursors == NULL || walk->doclists == NULL) return SQLITE_NOMEM;
    while (result == SQLITE_OK && walk->opened < count) {
        na_term_cursor *cursor = &walk->cursors[walk->opened];
        result = na_term_cursor_open(cursor, walk->index, &walk->index->segments[walk->opened++], term, size);
    }
    return result;
}

static void close_walk(walk *walk) {
    for (int i = 0; i < walk->opened; i++) na_term_cursor_close(&walk->cursors[i]);
    free(walk->cursors);
    free(walk->doclists);
}

// The newest of the cursors on the least term; NULL when there is no term of the main index any more.
static const na_term_cursor *least(walk *walk) {
    const na_term_cursor *found = NULL;
    for (int i = 0; i < walk->opened; i++) {
        const na_term_cursor *cursor = &walk->cursors[i];
        if (cursor->is_at_end || cursor->term[0] != NA_MAIN_INDEX) continue;
        if (found == NULL || na_compare_terms(cursor->term, cursor->term_size, found->term, found->term_size) < 0)
            found = cursor;
    }
    if (found == NULL) return NULL;
    memcpy(walk->term, found->term, (size_t)found->term_size);
    walk->size = found->term_size;
    return found;
}

static int move_on(walk *walk) {
    int result = SQLITE_OK;
    for (int i = 0; i < walk->opened && result == SQLITE_OK; i++)
        if (stands_on(&walk->cursors[i], walk->term, walk->size)) result = na_term_cursor_next(&walk->cursors[i]);
    return result;
}

// MARK: Articles

typedef struct counter {
    int64_t count, limit;
} counter;

static int count_articles(void *context, const na_entry *entries, int count) {
    counter *counter = context;
    for (int i = 0; i < count; i++)
        if (entries[i].position_size > 0 && ++counter->count > counter->limit) return SQLITE_DONE;
    return SQLITE_OK;
}

// How many articles have the present term by all that is known of it.
static int count_merged(walk *walk, int64_t *count) {
    int known = 0;
    for (int i = 0; i < walk->opened; i++)
        if (stands_on(&walk->cursors[i], walk->term, walk->size)) walk->doclists[known++] = walk->cursors[i].doclist;
    na_posting_list list;
    int result = na_posting_list_of(&list, walk->index, walk->doclists, known, 0);
    *count = list.documents;
    na_posting_list_close(&list);
    return result;
}

// An article that the newest segment knows to have the word has it, whatever the others say. Only where that segment says
// nothing but what is deleted they are asked.
static int has_article(walk *walk, const na_term_cursor *newest, int *has) {
    counter counter = {0, 0};
    int result = na_term_cursor_each(newest, &counter, count_articles);
    *has = counter.count > 0;
    if (result == SQLITE_DONE) return SQLITE_OK;
    if (result != SQLITE_OK) return result;
    int64_t count;
    result = count_merged(walk, &count);
    *has = count > 0;
    return result;
}

static int walk_all(walk *walk, void *context, int (*handle)(void *, const char *, size_t)) {
    const na_term_cursor *newest;
    while ((newest = least(walk)) != NULL) {
        int has, result = has_article(walk, newest, &has);
        if (result == SQLITE_OK && has) result = handle(context, (const char *)walk->term + 1, (size_t)walk->size - 1);
        if (result == SQLITE_OK) result = move_on(walk);
        if (result != SQLITE_OK) return result;
    }
    return SQLITE_OK;
}

int na_vocabulary_each(na_index *index, const na_stop *stop, const char *first, size_t size, void *context,
                       int (*handle)(void *context, const char *word, size_t size)) {
    walk walk = {.index = index};
    uint8_t term[NA_TERM_LIMIT];
    int term_size = make_term(term, first, size);
    int result = term_size == 0 ? SQLITE_NOTFOUND : na_index_begin(index, stop);
    if (result == SQLITE_OK) result = open_walk(&walk, term, term_size);
    if (result == SQLITE_OK) result = walk_all(&walk, context, handle);
    close_walk(&walk);
    na_index_end(index);
    return result;
}

// What the segments say, each by itself, is enough where one of them alone says more than the limit: what is deleted from it
// does not count then.
static int count_present(walk *walk, int64_t limit, int64_t *count) {
    int known = 0;
    for (int i = 0; i < walk->opened; i++) {
        if (!stands_on(&walk->cursors[i], walk->term, walk->size)) continue;
        counter counter = {0, limit};
        int result = na_term_cursor_each(&walk->cursors[i], &counter, count_articles);
        *count = counter.count;
        known++;
        if (result != SQLITE_OK) return result == SQLITE_DONE ? SQLITE_OK : result;
    }
    return known > 1 ? count_merged(walk, count) : SQLITE_OK;
}

int na_vocabulary_count(na_index *index, const na_stop *stop, const char *word, size_t size, int64_t limit, int64_t *count) {
    walk walk = {.index = index};
    *count = 0;
    walk.size = make_term(walk.term, word, size);
    int result = walk.size == 0 ? SQLITE_OK : na_index_begin(index, stop);
    if (result == SQLITE_OK && walk.size > 0) result = open_walk(&walk, walk.term, walk.size);
    if (result == SQLITE_OK && walk.size > 0) result = count_present(&walk, limit, count);
    close_walk(&walk);
    na_index_end(index);
    return result;
}

int na_vocabulary_documents(na_index *index, int64_t *count) {
    int result = na_index_begin(index, NULL);
    *count = index->documents;
    na_index_end(index);
    return result;
}
