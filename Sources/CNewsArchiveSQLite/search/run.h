// What one segment knows of a word: its articles, page by page, in either order.

#ifndef NA_RUN_H
#define NA_RUN_H

#include "survey.h"
#include "term_cursor.h"

// An article's id when the list runs upwards, its negative when it runs downwards: either way keys rise.
typedef int64_t na_key;
#define NA_NO_KEY INT64_MAX

// What one segment knows of the word.
typedef struct na_run {
    na_index *index;
    na_doclist doclist;
    na_stretch *stretches;
    size_t stretch_count, stretch_capacity;
    // Whether they belong to what the index keeps.
    int is_kept;
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

// Finds out where the entries stand, and how many there are.
int na_run_survey(na_run *run);
void na_run_close(na_run *run);

// Moves to the first article whose key is `key` or more, if it does not stand on one.
int na_run_advance(na_run *run, na_key key, int is_backward);

#endif
