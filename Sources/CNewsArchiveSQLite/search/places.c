#include "places.h"

#include <stdlib.h>

#include "positions.h"

int na_places_read(na_places *places, const uint8_t *positions, size_t size) {
    if (size > places->capacity) {
        int64_t *grown = realloc(places->at, size * 2 * sizeof *grown);
        if (grown == NULL) return SQLITE_NOMEM;
        places->at = grown;
        places->capacity = size * 2;
    }
    const uint8_t *at = positions, *end = at + size;
    size_t count = 0;
    int64_t place = 0;
    while (at < end) {
        uint64_t number;
        int length = na_varint(at, end, &number);
        if (length == 0) return SQLITE_NOTFOUND;
        at += length;
        if (number == NA_COLUMN_MARK) {
            length = na_varint(at, end, &number);
            if (length == 0 || number > 1) return SQLITE_NOTFOUND;
            at += length;
            place = (int64_t)number << 32;
            continue;
        }
        int column = na_column(place);
        place += (int64_t)(number & INT32_MAX) - 2;
        if (place < 0 || na_column(place) != column) return SQLITE_NOTFOUND;
        places->at[count++] = place;
    }
    places->count = count;
    return SQLITE_OK;
}
