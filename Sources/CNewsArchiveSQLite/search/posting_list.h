// The articles that a word stands in, in either order.

#ifndef NA_POSTING_LIST_H
#define NA_POSTING_LIST_H

#include "term_cursor.h"

// An article's id when the list runs upwards, its negative when it runs downwards: either way keys rise.
typedef int64_t na_key;
#define NA_NO_KEY INT64_MAX

// A page of a doclist.
typedef struct na_stretch {
    int64_t first_id;
    uint32_t page;
    uint16_t start, end;
} na_stretch;

// What one segment knows of the word.
typedef struct na_run {
    na_index *index;
    na_doclist doclist;
    na_stretch *stretches;
    size_t stretch_count, stretch_capacity;
    // How many articles; how many entries only say that an article has the word no longer.
    int64_t documents, deletions;
    // The stretch that was read last: its bytes, and what stands in them.
    size_t current;
    uint8_t *bytes;
    size_t byte_count, byte_capacity;
    int64_t *ids;
    uint32_t *starts, *sizes;
    int count, capacity, at;
    na_key key;
} na_run;

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

#endif
