// The terms of one segment, in order.

#ifndef NA_TERM_CURSOR_H
#define NA_TERM_CURSOR_H

#include "fulltext_index.h"

// Where the doclist of a term stands: on its first page, and perhaps on those behind it.
typedef struct na_doclist {
    const na_segment *segment;
    int64_t page;
    int start, end;
} na_doclist;

typedef struct na_term_cursor {
    na_index *index;
    const na_segment *segment;
    int64_t page;
    // A copy of the page: others are read while the cursor stands.
    uint8_t *bytes;
    int capacity, size, content_end;
    // Where on the page the next term is listed, and where the present one begins.
    int next_listed, term_start;
    // The term, with the byte of the index before it.
    uint8_t term[NA_TERM_LIMIT];
    int term_size;
    na_doclist doclist;
    int is_at_end;
} na_term_cursor;

// Stands on the first term that is not before `term`.
int na_term_cursor_open(na_term_cursor *cursor, na_index *index, const na_segment *segment, const uint8_t *term, int size);
int na_term_cursor_next(na_term_cursor *cursor);
void na_term_cursor_close(na_term_cursor *cursor);

// What a segment knows of a word in an article: no positions where it only says that what older segments know is no longer
// so. Up to `readable` there are bytes that may be read.
typedef struct na_entry {
    int64_t id;
    const uint8_t *positions, *readable;
    size_t position_size;
} na_entry;

// Entries are handed over so many at a time at the most: a call for each would take as long as reading it.
enum { NA_ENTRY_BATCH = 64 };
typedef int (*na_entry_handler)(void *context, const na_entry *entries, int count);

// Calls `handle` with all articles of the present term that the segment knows. Ends with what is not SQLITE_OK.
int na_term_cursor_each(const na_term_cursor *cursor, void *context, na_entry_handler handle);

// The order of terms: by their bytes.
int na_compare_terms(const uint8_t *one, int one_size, const uint8_t *other, int other_size);

#endif
