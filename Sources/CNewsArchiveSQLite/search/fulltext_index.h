// The full-text index as FTS5 stores it, read directly: a doclist costs some 5 ns an entry that FTS5's own cursor hands
// over in 27 ns, and a prefix costs no copy of all its doclists.
//
// The format is documented at the beginning of SQLite's fts5_index.c (version 4, in use since 2015). Nothing here is ever
// written. Whatever is not exactly as expected is SQLITE_NOTFOUND: the caller then asks FTS5 itself.

#ifndef NA_FULLTEXT_INDEX_H
#define NA_FULLTEXT_INDEX_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "../include/ranked_search.h"
#include "../sqlite_api.h"
#include "survey.h"

// For what runs once an entry: clang else makes a call of it.
#define NA_INLINE static inline __attribute__((always_inline))

enum {
    // The byte that the terms of the main index begin with.
    NA_MAIN_INDEX = '0',
    // Longer than any word of our tokenizer.
    NA_TERM_LIMIT = 1200,
    // The first content of a page, after two numbers of two bytes.
    NA_PAGE_HEADER = 4
};

// Terms, their doclists and their positions, on pages numbered without a gap.
typedef struct na_segment {
    int64_t id, first_page, last_page;
} na_segment;

// What is asked of the tables: the state of the database and the version of the index; a page, the page of a term and the
// one behind it; sizes of articles, by block, by row, and all blocks.
enum na_statement {
    NA_DATA_VERSION,
    NA_VERSION,
    NA_PAGE,
    NA_PAGE_OF_TERM,
    NA_PAGE_AFTER_TERM,
    NA_SIZE_BLOCK,
    NA_SIZE_ROW,
    NA_SIZE_BLOCKS,
    NA_STATEMENT_COUNT
};

struct na_index {
    sqlite3 *connection;
    // Kept from search to search.
    na_surveys surveys;
    sqlite3_stmt *statements[NA_STATEMENT_COUNT];
    // The row that NA_PAGE stands on, 0 for none: the next one is often asked for, and needs no search then.
    int64_t page_row;
    // The one written last first: what it says of an article overrules the others.
    na_segment *segments;
    int segment_count;
    // Articles in the index, and words of all of them.
    int64_t documents, tokens;
    const na_stop *stop;
};

// A page of a segment, until the next one is asked for.
typedef struct na_page {
    const uint8_t *bytes;
    // All of it; and up to the list of where its terms begin.
    int size, content_end;
    // Where the first entry begins that does not follow a term of this page, and where the first term does; 0 for none.
    int first_entry, first_term;
} na_page;

// Looks at the index as it is now, and lets go of it again.
int na_index_begin(na_index *index, const na_stop *stop);
void na_index_end(na_index *index);

// A statement, prepared when it is first needed.
int na_index_statement(na_index *index, enum na_statement name, sqlite3_stmt **statement);

// Forgets what is kept of doclists if the database has changed since, and notes its state.
int na_index_check_surveys(na_index *index);

int na_index_page(na_index *index, const na_segment *segment, int64_t number, na_page *page);

// The last page of a segment that begins with a term not behind `term`: there it is, if anywhere.
int na_index_page_of_term(na_index *index, const na_segment *segment, const uint8_t *term, size_t size,
                          int64_t *number);

// The first page of a segment behind that of `term` that a term begins on; the number behind the last one where there is
// none.
int na_index_page_after_term(na_index *index, const na_segment *segment, const uint8_t *term, size_t size,
                             int64_t *number);

// Any varint of up to 9 bytes, byte by byte. Returns its length, 0 when it does not end before `end`.
static inline int na_long_varint(const uint8_t *at, const uint8_t *end, uint64_t *value) {
    uint64_t result = 0;
    for (int i = 0; i < 8; i++) {
        if (at + i >= end) return 0;
        result = result << 7 | (at[i] & 0x7F);
        if (at[i] < 0x80) {
            *value = result;
            return i + 1;
        }
    }
    if (at + 8 >= end) return 0;
    *value = result << 8 | at[8];
    return 9;
}

// The number whose bytes are the lowest `size` ones of a word, 1 to 8 of them, moved together without a loop.
NA_INLINE uint64_t na_number_of(uint64_t word, int size) {
    word = __builtin_bswap64(word) >> (64 - 8 * size) & 0x7F7F7F7F7F7F7F7Fu;
    word = (word & 0x007F007F007F007Fu) | (word & 0x7F007F007F007F00u) >> 1;
    word = (word & 0x00003FFF00003FFFu) | (word & 0x3FFF00003FFF0000u) >> 2;
    return (word & 0x000000000FFFFFFFu) | (word & 0x0FFFFFFF00000000u) >> 4;
}

NA_INLINE uint64_t na_load_word(const uint8_t *at) {
    uint64_t word;
    memcpy(&word, at, sizeof word);
#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

// SQLite's varint: up to 9 bytes, the highest bits first.
static inline int na_varint(const uint8_t *at, const uint8_t *end, uint64_t *value) {
    if (end - at < 8) return na_long_varint(at, end, value);
    uint64_t word = na_load_word(at), ends = ~word & 0x8080808080808080u;
    if (ends == 0) return na_long_varint(at, end, value);
    int size = __builtin_ctzll(ends) / 8 + 1;
    *value = na_number_of(word, size);
    return size;
}

// What an entry of a doclist begins with: the distance of its id from the one before, and twice the size of its positions,
// plus 1 where what older segments say is deleted. Returns how many bytes that takes, 0 when they are not all there.
//
// Where the next entry begins depends on both lengths: they are taken from one word, for a second look at memory would be
// half of the time that a doclist takes.
NA_INLINE int na_entry_head(const uint8_t *at, const uint8_t *end, uint64_t *step, uint64_t *size) {
    if (end - at >= 8) {
        uint64_t word = na_load_word(at), ends = ~word & 0x8080808080808080u, others = ends & (ends - 1);
        int first = __builtin_ctzll(ends | 1ull << 63) / 8 + 1;
        if (others != 0 && __builtin_ctzll(others) / 8 == first) {
            *step = na_number_of(word, first);
            *size = word >> 8 * first & 0x7F;
            return first + 1;
        }
    }
    int step_size = na_varint(at, end, step);
    int size_size = step_size ? na_varint(at + step_size, end, size) : 0;
    return size_size ? step_size + size_size : 0;
}

#endif
