// Where a word stands in an article, as the index writes it: the words before it since the last time, plus 2; a 1 and the
// column's number where another column begins. The headline is column 0.

#ifndef NA_POSITIONS_H
#define NA_POSITIONS_H

#include <stdint.h>
#include <string.h>

#include "fulltext_index.h"

enum { NA_ANYWHERE = NA_COLUMN_HEADLINE | NA_COLUMN_BODY };

// What FTS5's bm25 is told the columns weigh.
enum { NA_HEADLINE_WEIGHT = 10, NA_BODY_WEIGHT = 1 };

enum { NA_COLUMN_MARK = 1 };

// How many of up to 8 bytes end a number.
NA_INLINE uint32_t na_count_ends(const uint8_t *at, size_t size) {
    uint64_t word;
    memcpy(&word, at, sizeof word);
    uint64_t ends = ~word & 0x8080808080808080u & (size < 8 ? ((uint64_t)1 << 8 * size) - 1 : ~(uint64_t)0);
    // A 1 in every byte that ends a number; the multiplication adds them up in the highest byte.
    return (uint32_t)(((ends >> 7) * 0x0101010101010101u) >> 56);
}

// The numbers of some bytes; eight at a time, for common words stand in an article dozens of times.
NA_INLINE uint32_t na_count_numbers(const uint8_t *at, const uint8_t *end, const uint8_t *readable) {
    uint32_t count = 0;
    for (; end - at >= 8; at += 8) count += na_count_ends(at, 8);
    if (at < end && readable - at >= 8) return count + na_count_ends(at, (size_t)(end - at));
    for (; at < end; at++) count += *at < 0x80;
    return count;
}

// How much the places in the given columns weigh together. Up to `readable` there are bytes that may be read.
NA_INLINE uint32_t na_frequency(const uint8_t *at, size_t size, int columns, const uint8_t *readable) {
    const uint8_t *end = at + size;
    uint32_t headline = 0, body = 0;
    while (at < end && *at != NA_COLUMN_MARK) {
        while (at < end && *at >= 0x80) at++;
        at++;
        headline++;
    }
    // The mark, the number of the column, and all the rest.
    if (end - at > 2) body = na_count_numbers(at + 2, end, readable);
    if (!(columns & NA_COLUMN_HEADLINE)) headline = 0;
    if (!(columns & NA_COLUMN_BODY)) body = 0;
    return headline * NA_HEADLINE_WEIGHT + body * NA_BODY_WEIGHT;
}

#endif
