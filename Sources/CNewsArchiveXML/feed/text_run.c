#ifdef NEWS_ARCHIVE_FEEDS
#include "text_run.h"

#define BLOCK 32

static inline int is_special(uint8_t c) {
    return (c < 0x20 && c != '\n' && c != '\t' && c != '\r') || c == '<' || c == '&' || c == ']';
}

// A loop without a way out in it becomes a few vector instructions.
static inline int is_plain_block(const uint8_t *bytes) {
    uint8_t other = 0;
    for (int i = 0; i < BLOCK; i++) {
        uint8_t c = bytes[i];
        other |= (uint8_t)((c < 0x20) & (c != '\n')) | (uint8_t)(c >= 0x80) | (uint8_t)(c == '<') |
                 (uint8_t)(c == '&') | (uint8_t)(c == ']');
    }
    return other == 0;
}

static inline int is_continuation(uint8_t c) { return (c & 0xC0) == 0x80; }

// The bytes of the character that starts with a byte of 0x80 or more; 0 with `stop` when there is none.
static size_t character(const uint8_t *p, size_t count, enum na_text_stop *stop) {
    uint8_t c = p[0];
    size_t width = c >= 0xC2 && c <= 0xDF ? 2 : (c & 0xF0) == 0xE0 ? 3 : c >= 0xF0 && c <= 0xF4 ? 4 : 0;
    *stop = NA_STOP_NOT_UTF8;
    if (width == 0) return 0;
    for (size_t i = 1; i < width; i++) {
        if (i == count) {
            *stop = NA_STOP_UNFINISHED;
            return 0;
        }
        uint8_t low = 0x80, high = 0xBF;
        if (i == 1) {
            if (c == 0xE0) low = 0xA0;
            if (c == 0xED) high = 0x9F;
            if (c == 0xF0) low = 0x90;
            if (c == 0xF4) high = 0x8F;
        }
        if (p[i] < low || p[i] > high) return 0;
    }
    if (c == 0xEF && p[1] == 0xBF && p[2] >= 0xBE) {
        *stop = NA_STOP_NONCHARACTER;
        return 0;
    }
    return width;
}

size_t na_text_run(const uint8_t *bytes, size_t count, enum na_text_stop *stop) {
    size_t i = 0;
    while (i < count) {
        if (bytes[i] < 0x80) {
            while (count - i >= BLOCK && is_plain_block(bytes + i)) i += BLOCK;
            size_t end = count - i < BLOCK ? count : i + BLOCK;
            for (; i < end && bytes[i] < 0x80; i++) {
                if (!is_special(bytes[i])) continue;
                *stop = bytes[i] < 0x20 ? NA_STOP_CONTROL : NA_STOP_MARKUP;
                return i;
            }
            continue;
        }
        // Most letters beyond ASCII have two bytes, and stand in words.
        while (count - i >= 2 && bytes[i] >= 0xC2 && bytes[i] <= 0xDF && is_continuation(bytes[i + 1])) i += 2;
        if (i == count || bytes[i] < 0x80) continue;
        size_t width = character(bytes + i, count - i, stop);
        if (width == 0) return i;
        i += width;
    }
    *stop = NA_STOP_END;
    return i;
}
#endif
