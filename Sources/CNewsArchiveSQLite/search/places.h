// Places in an article, as numbers that can be compared: the column above 32 bits of the words before it.

#ifndef NA_PLACES_H
#define NA_PLACES_H

#include "fulltext_index.h"

typedef struct na_places {
    int64_t *at;
    size_t count, capacity;
} na_places;

static inline int na_column(int64_t place) { return (int)(place >> 32); }

// Reads the positions of an entry.
int na_places_read(na_places *places, const uint8_t *positions, size_t size);

#endif
