// One text as the folded scalars that it becomes, each with the bytes that it came from. Inlined into its two users:
// headline keys (fold.c) and the tokenizer (tokenizer.c), which so agree in what a letter is.

#ifndef NA_FOLD_CORE_H
#define NA_FOLD_CORE_H

#include <stddef.h>
#include <stdint.h>

#include "fold_table.h"

// What a folded scalar is. The numbers stand in the table.
enum na_class { NA_SEPARATOR, NA_DROPPED, NA_WORD, NA_SYMBOL, NA_IDEOGRAPH, NA_MARK, NA_APOSTROPHE };

typedef struct na_folded {
    uint32_t scalar;
    int class;
    size_t start, end;
} na_folded;

static inline uint32_t na_fold_entry(uint32_t scalar) {
    if (scalar < NA_FOLD_LIMIT) {
        uint32_t block = na_fold_index[scalar >> NA_FOLD_BLOCK_BITS];
        return na_fold_blocks[(block << NA_FOLD_BLOCK_BITS) + (scalar & ((1u << NA_FOLD_BLOCK_BITS) - 1))];
    }
    // Planes 2 and 3 hold ideographs; tags and variation selectors of plane 14 are invisible.
    if (scalar < 0x40000) return (uint32_t)NA_IDEOGRAPH << 28;
    return (uint32_t)(scalar >= 0xE0000 && scalar < 0xE1000 ? NA_DROPPED : NA_WORD) << 28;
}

// Strict UTF-8 (Unicode 14, table 3-7); a wrong byte is U+FFFD and one byte long.
static inline uint32_t na_next_scalar(const uint8_t *text, size_t count, size_t *length) {
    uint8_t first = text[0];
    *length = 1;
    if (first < 0x80) return first;
    size_t need = first >= 0xF0 && first < 0xF5   ? 4
                  : first >= 0xE0 && first < 0xF0 ? 3
                  : first >= 0xC2 && first < 0xE0 ? 2
                                                  : 0;
    if (need == 0 || count < need) return 0xFFFD;
    uint32_t scalar = first & (0x7Fu >> need);
    for (size_t i = 1; i < need; i++) {
        if ((text[i] & 0xC0) != 0x80) return 0xFFFD;
        scalar = scalar << 6 | (text[i] & 63);
    }
    if (need == 3 && (scalar < 0x800 || (scalar >= 0xD800 && scalar < 0xE000))) return 0xFFFD;
    if (need == 4 && (scalar < 0x10000 || scalar > 0x10FFFF)) return 0xFFFD;
    *length = need;
    return scalar;
}

static inline size_t na_put_utf8(uint32_t scalar, uint8_t *out) {
    if (scalar < 0x80) {
        out[0] = (uint8_t)scalar;
        return 1;
    }
    if (scalar < 0x800) {
        out[0] = (uint8_t)(0xC0 | scalar >> 6);
        out[1] = (uint8_t)(0x80 | (scalar & 63));
        return 2;
    }
    if (scalar < 0x10000) {
        out[0] = (uint8_t)(0xE0 | scalar >> 12);
        out[1] = (uint8_t)(0x80 | (scalar >> 6 & 63));
        out[2] = (uint8_t)(0x80 | (scalar & 63));
        return 3;
    }
    out[0] = (uint8_t)(0xF0 | scalar >> 18);
    out[1] = (uint8_t)(0x80 | (scalar >> 12 & 63));
    out[2] = (uint8_t)(0x80 | (scalar >> 6 & 63));
    out[3] = (uint8_t)(0x80 | (scalar & 63));
    return 4;
}

// Hangul syllables fold to themselves; the conjoining letters of a decomposed one are put together again, so that
// both spellings are one word (Unicode 14, section 3.12). 0 where the two make no syllable.
static inline uint32_t na_compose_hangul(uint32_t last, uint32_t next) {
    if (next < 0x1161 || next > 0x11C2) return 0;
    if (last >= 0x1100 && last < 0x1113 && next < 0x1176)
        return 0xAC00 + ((last - 0x1100) * 21 + (next - 0x1161)) * 28;
    if (last >= 0xAC00 && last < 0xD7A4 && (last - 0xAC00) % 28 == 0 && next > 0x11A7) return last + (next - 0x11A7);
    return 0;
}

// й may be written as и and a mark: the same letter, which stays a letter of its own.
static inline uint32_t na_compose_cyrillic(uint32_t last, uint32_t mark) {
    static const struct { uint32_t letter, mark, made; } pairs[] = {
        {0x438, 0x306, 0x439}, {0x456, 0x308, 0x457}, {0x443, 0x306, 0x45E}, {0x433, 0x301, 0x453},
        {0x43A, 0x301, 0x45C}, {0x436, 0x306, 0x4C2}, {0x430, 0x306, 0x4D1}, {0x435, 0x306, 0x4D7},
    };
    if (mark != 0x301 && mark != 0x306 && mark != 0x308) return 0;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i].letter == last && pairs[i].mark == mark) return pairs[i].made;
    return 0;
}

static inline uint32_t na_compose(uint32_t last, uint32_t next) {
    if (next < 0x301) return 0;
    uint32_t made = na_compose_cyrillic(last, next);
    return made ? made : na_compose_hangul(last, next);
}

// Folds `text` and hands each folded scalar to `handle` when no later scalar can change it any more. Ends with what
// `handle` returns when that is not 0. Always inlined, so that `handle` is, too.
static inline __attribute__((always_inline)) int na_fold_each(
    const uint8_t *text, size_t count, int (*handle)(void *, const na_folded *), void *context) {
    na_folded pending = {0, -1, 0, 0};
    size_t length;
    int result = 0;
    for (size_t at = 0; at < count; at += length) {
        uint32_t scalar = na_next_scalar(text + at, count - at, &length);
        uint32_t entry = na_fold_entry(scalar);
        uint32_t parts = entry >> 23 & 31, value = entry & 0x7FFFFF;
        for (uint32_t i = 0; i < (parts > 1 ? parts : 1); i++) {
            uint32_t next = parts == 0 ? scalar : parts == 1 ? value : na_fold_expansions[value + i];
            int class = (int)((parts > 1 ? na_fold_entry(next) : entry) >> 28);
            uint32_t made = pending.class == NA_WORD ? na_compose(pending.scalar, next) : 0;
            if (made) {
                pending.scalar = made;
                pending.end = at + length;
                continue;
            }
            if (class == NA_DROPPED) continue;
            if (pending.class >= 0 && (result = handle(context, &pending))) return result;
            pending = (na_folded){next, class, at, at + length};
        }
    }
    return pending.class >= 0 ? handle(context, &pending) : 0;
}

#endif
