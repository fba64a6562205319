// The articles that a word stands in, in either order.

#ifndef NA_POSTING_LIST_H
#define NA_POSTING_LIST_H

#include "run.h"

typedef struct na_posting_list {
    na_run *runs;
    int run_count;
    int is_backward;
    int64_t documents;
    // The present article, and the positions of the word in it.
    na_key key;
    const uint8_t *positions, *readable;
    size_t position_size;
} na_posting_list;

// Looks the word up in all segments. It stands before its first article then.
int na_posting_list_open(na_posting_list *list, na_index *index, const uint8_t *term, int size, int is_backward);
// The same for doclists that were found already, the newest segment's first.
int na_posting_list_of(na_posting_list *list, na_index *index, const na_doclist *doclists, int count, int is_backward);
// Back to before the first article.
void na_posting_list_rewind(na_posting_list *list);
void na_posting_list_close(na_posting_list *list);

// Moves to the first article whose key is `key` or more, if it does not stand on one.
int na_posting_list_advance(na_posting_list *list, na_key key);

// Moves all lists to the first article from `key` on that each of them has. The first one's key says which.
int na_posting_lists_meet(na_posting_list *lists, int count, na_key key);

static inline void na_posting_list_show(na_posting_list *list, const na_run *run) {
    list->positions = run->bytes + run->starts[run->at];
    list->position_size = run->sizes[run->at];
    list->readable = run->bytes + run->byte_count;
}

// Most steps go to the next entry of the stretch at hand. 0 where that is not the one.
static inline int na_posting_list_step(na_posting_list *list, na_key key) {
    na_run *run = list->runs;
    if (list->run_count != 1 || list->is_backward || run->at + 1 >= run->count) return 0;
    int next = run->at + 1;
    if (run->ids[next] < key || run->sizes[next] == 0 || run->ids[next - 1] >= key) return 0;
    run->at = next;
    run->key = list->key = run->ids[next];
    na_posting_list_show(list, run);
    return 1;
}

// Whether the list stands in a stretch that can be stepped through upwards by itself.
static inline int na_posting_list_can_step(const na_posting_list *list) {
    return list->run_count == 1 && !list->is_backward && list->runs->count > 0 && list->key != NA_NO_KEY
           && list->key > INT64_MIN;
}

static inline void na_posting_list_stand(na_posting_list *list, int at) {
    na_run *run = list->runs;
    run->at = at < run->count ? at : run->count - 1;
    run->key = list->key = run->ids[run->at];
    na_posting_list_show(list, run);
}

// Moves two lists on to where they agree, as far as the stretches at hand go; never past an article that both have from
// `key` on. Without branches on which of the two is behind, which no processor could foresee.
static inline void na_posting_lists_approach(na_posting_list *one, na_posting_list *other, na_key key) {
    if (!na_posting_list_can_step(one) || !na_posting_list_can_step(other)) return;
    const na_run *first = one->runs, *second = other->runs;
    int i = first->at, j = second->at;
    i += first->ids[i] < key;
    j += second->ids[j] < key;
    while (i < first->count && j < second->count && first->ids[i] != second->ids[j]) {
        int is_behind = first->ids[i] < second->ids[j];
        i += is_behind;
        j += !is_behind;
    }
    // An entry that only deletes is none to stand on.
    if (first->sizes[i < first->count ? i : first->count - 1] == 0) return;
    if (second->sizes[j < second->count ? j : second->count - 1] == 0) return;
    na_posting_list_stand(one, i);
    na_posting_list_stand(other, j);
}

#endif
