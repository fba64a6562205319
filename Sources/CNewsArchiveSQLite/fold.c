#include "fold.h"

#include "fold_core.h"

typedef struct output {
    uint8_t *bytes;
    size_t capacity, count;
    int split, gap, previous;
} output;

static void put_byte(output *out, uint8_t byte) {
    if (out->count < out->capacity) out->bytes[out->count] = byte;
    out->count++;
}

static int put(void *context, const na_folded *folded) {
    output *out = context;
    int class = folded->class;
    if (class == NA_APOSTROPHE) return 0;
    if (class == NA_SEPARATOR) {
        out->gap = 1;
        return 0;
    }
    int is_split = class == NA_IDEOGRAPH || out->previous == NA_IDEOGRAPH;
    if (out->split && class != NA_MARK && is_split) out->gap = 1;
    if (out->gap && out->count) put_byte(out, ' ');
    out->gap = 0;
    uint8_t bytes[4];
    size_t length = na_put_utf8(folded->scalar, bytes);
    for (size_t i = 0; i < length; i++) put_byte(out, bytes[i]);
    if (class != NA_MARK) out->previous = class;
    return 0;
}

size_t na_fold(const uint8_t *text, size_t count, int split, uint8_t *bytes, size_t capacity) {
    output out = {.bytes = bytes, .capacity = capacity, .split = split, .previous = NA_SEPARATOR};
    na_fold_each(text, count, put, &out);
    return out.count;
}

const char *na_fold_unicode_version(void) { return NA_FOLD_UNICODE_VERSION; }
