#include "posting_list.h"

#include <stdlib.h>

int na_posting_list_advance(na_posting_list *list, na_key key) {
    if (na_posting_list_step(list, key)) return SQLITE_OK;
    while (list->key < key) {
        na_run *newest = NULL;
        na_key least = NA_NO_KEY;
        for (int i = 0; i < list->run_count; i++) {
            na_run *run = &list->runs[i];
            int result = na_run_advance(run, key, list->is_backward);
            if (result != SQLITE_OK) return result;
            // Where two segments know the article, the newer one does.
            if (run->key < least) {
                least = run->key;
                newest = run;
            }
        }
        // Runs of a damaged index may not move.
        if (least < key) return SQLITE_NOTFOUND;
        list->key = least;
        if (newest == NULL) break;
        na_posting_list_show(list, newest);
        if (list->position_size == 0) key = least + 1;
    }
    return SQLITE_OK;
}

int na_posting_lists_meet(na_posting_list *lists, int count, na_key key) {
    for (int i = 0, agreeing = 0; agreeing < count && key != NA_NO_KEY; i = (i + 1) % count) {
        int result = na_posting_list_advance(&lists[i], key);
        if (result != SQLITE_OK) return result;
        agreeing = lists[i].key == key ? agreeing + 1 : 1;
        key = lists[i].key;
    }
    if (key == NA_NO_KEY) lists[0].key = key;
    return SQLITE_OK;
}

void na_posting_list_rewind(na_posting_list *list) {
    for (int i = 0; i < list->run_count; i++) {
        na_run *run = &list->runs[i];
        run->key = INT64_MIN;
        // What is in memory stays there; of what is not, the first stretch is as good as any.
        run->at = 0;
        if (run->stretch_count > 1) run->count = 0;
    }
    list->key = INT64_MIN;
}

static int count_documents(na_posting_list *list) {
    if (list->run_count == 1) {
        list->documents = list->runs[0].documents;
        return SQLITE_OK;
    }
    int is_backward = list->is_backward;
    list->is_backward = 0;
    int result = SQLITE_OK;
    for (na_key key = INT64_MIN + 1; list->run_count > 0;) {
        result = na_posting_list_advance(list, key);
        if (result != SQLITE_OK || list->key == NA_NO_KEY) break;
        list->documents++;
        key = list->key + 1;
    }
    na_posting_list_rewind(list);
    list->is_backward = is_backward;
    return result;
}

int na_posting_list_of(na_posting_list *list, na_index *index, const na_doclist *doclists, int count, int is_backward) {
    *list = (na_posting_list){.is_backward = is_backward, .key = INT64_MIN};
    if (count == 0) return SQLITE_OK;
    list->runs = calloc((size_t)count, sizeof *list->runs);
    if (list->runs == NULL) return SQLITE_NOMEM;
    list->run_count = count;
    int result = SQLITE_OK;
    for (int i = 0; i < count && result == SQLITE_OK; i++) {
        list->runs[i] = (na_run){.index = index, .doclist = doclists[i], .key = INT64_MIN};
        result = na_run_survey(&list->runs[i]);
    }
    return result == SQLITE_OK ? count_documents(list) : result;
}

int na_posting_list_open(na_posting_list *list, na_index *index, const uint8_t *term, int size, int is_backward) {
    *list = (na_posting_list){.key = INT64_MIN};
    na_doclist *doclists = calloc((size_t)index->segment_count + 1, sizeof *doclists);
    if (doclists == NULL) return SQLITE_NOMEM;
    int count = 0, result = SQLITE_OK;
    for (int i = 0; i < index->segment_count && result == SQLITE_OK; i++) {
        na_term_cursor cursor;
        result = na_term_cursor_open(&cursor, index, &index->segments[i], term, size);
        int is_found = result == SQLITE_OK && !cursor.is_at_end
                       && na_compare_terms(cursor.term, cursor.term_size, term, size) == 0;
        if (is_found) doclists[count++] = cursor.doclist;
        na_term_cursor_close(&cursor);
    }
    if (result == SQLITE_OK) result = na_posting_list_of(list, index, doclists, count, is_backward);
    free(doclists);
    return result;
}

void na_posting_list_close(na_posting_list *list) {
    for (int i = 0; i < list->run_count; i++) na_run_close(&list->runs[i]);
    free(list->runs);
    list->runs = NULL;
    list->run_count = 0;
}
