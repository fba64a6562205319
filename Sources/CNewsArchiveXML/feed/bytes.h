// Bytes that grow.

#ifndef NA_BYTES_H
#define NA_BYTES_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct na_bytes {
    uint8_t *bytes;
    size_t count;
    size_t capacity;
    /// Whether something could not be appended for want of memory.
    int is_short;
} na_bytes;

/// Makes room for so many more. 0 when there is no memory.
int na_bytes_reserve(na_bytes *bytes, size_t more);

void na_bytes_free(na_bytes *bytes);

static inline void na_bytes_append(na_bytes *to, const void *bytes, size_t count) {
    if (count == 0 || !na_bytes_reserve(to, count)) return;
    memcpy(to->bytes + to->count, bytes, count);
    to->count += count;
}

static inline void na_bytes_append_string(na_bytes *to, const char *string) {
    na_bytes_append(to, string, strlen(string));
}

static inline void na_bytes_append_byte(na_bytes *to, uint8_t byte) { na_bytes_append(to, &byte, 1); }

/// Lets a large block go that is not needed any more.
void na_bytes_clear(na_bytes *bytes);

/// Makes an array grow so that one more fits. 0 when there is no memory.
int na_array_reserve(void **items, size_t count, size_t *capacity, size_t size);

#endif
