#ifdef NEWS_ARCHIVE_FEEDS
#include "bytes.h"

#include <stdlib.h>

int na_bytes_reserve(na_bytes *bytes, size_t more) {
    if (bytes->capacity - bytes->count >= more) return 1;
    size_t capacity = bytes->capacity ? bytes->capacity : 256;
    while (capacity - bytes->count < more && capacity < SIZE_MAX / 4) capacity *= 2;
    uint8_t *grown = capacity - bytes->count >= more ? realloc(bytes->bytes, capacity) : NULL;
    if (grown == NULL) {
        bytes->is_short = 1;
        return 0;
    }
    bytes->bytes = grown;
    bytes->capacity = capacity;
    return 1;
}

void na_bytes_free(na_bytes *bytes) {
    free(bytes->bytes);
    *bytes = (na_bytes){0};
}

void na_bytes_clear(na_bytes *bytes) {
    if (bytes->capacity > (1 << 20)) na_bytes_free(bytes);
    bytes->count = 0;
    bytes->is_short = 0;
}

int na_array_reserve(void **items, size_t count, size_t *capacity, size_t size) {
    if (count < *capacity) return 1;
    size_t wanted = *capacity ? *capacity * 2 : 32;
    void *grown = realloc(*items, wanted * size);
    if (grown == NULL) return 0;
    *items = grown;
    *capacity = wanted;
    return 1;
}
#endif
