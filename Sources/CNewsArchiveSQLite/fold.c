#include "fold.h"

#include "fold_table.h"

enum { SEPARATOR, DROPPED, WORD, SYMBOL, IDEOGRAPH, MARK };

typedef struct output {
    uint8_t *bytes;
    size_t capacity, count;
    int split, gap, previous;
    uint32_t last;      // the last scalar written, and where: a mark may still make another letter of it
    size_t last_start;
} output;

static uint32_t entry_of(uint32_t scalar) {
    if (scalar < NA_FOLD_LIMIT) {
        uint32_t block = na_fold_index[scalar >> NA_FOLD_BLOCK_BITS];
        return na_fold_blocks[(block << NA_FOLD_BLOCK_BITS) + (scalar & ((1u << NA_FOLD_BLOCK_BITS) - 1))];
    }
    // Planes 2 and 3 hold ideographs; tags and variation selectors of plane 14 are invisible.
    if (scalar < 0x40000) return (uint32_t)IDEOGRAPH << 28;
    return (uint32_t)(scalar >= 0xE0000 && scalar < 0xE1000 ? DROPPED : WORD) << 28;
}

static void put_byte(output *out, uint8_t byte) {
    if (out->count < out->capacity) out->bytes[out->count] = byte;
    out->count++;
}

static void put_utf8(output *out, uint32_t scalar) {
    out->last = scalar;
    out->last_start = out->count;
    if (scalar < 0x80) {
        put_byte(out, (uint8_t)scalar);
    } else if (scalar < 0x800) {
        put_byte(out, (uint8_t)(0xC0 | scalar >> 6));
        put_byte(out, (uint8_t)(0x80 | (scalar & 63)));
    } else if (scalar < 0x10000) {
        put_byte(out, (uint8_t)(0xE0 | scalar >> 12));
        put_byte(out, (uint8_t)(0x80 | (scalar >> 6 & 63)));
        put_byte(out, (uint8_t)(0x80 | (scalar & 63)));
    } else {
        put_byte(out, (uint8_t)(0xF0 | scalar >> 18));
        put_byte(out, (uint8_t)(0x80 | (scalar >> 12 & 63)));
        put_byte(out, (uint8_t)(0x80 | (scalar >> 6 & 63)));
        put_byte(out, (uint8_t)(0x80 | (scalar & 63)));
    }
}

static void put(output *out, int kind, uint32_t scalar) {
    if (kind == DROPPED) return;
    if (kind == SEPARATOR) {
        out->gap = 1;
        return;
    }
    if (out->split && kind != MARK && (kind == IDEOGRAPH || out->previous == IDEOGRAPH)) out->gap = 1;
    if (out->gap && out->count) put_byte(out, ' ');
    out->gap = 0;
    put_utf8(out, scalar);
    if (kind != MARK) out->previous = kind;
}

// Hangul syllables fold to themselves; the conjoining letters of a decomposed one are put together again, so that
// both spellings are one word (Unicode 14, section 3.12).
static int compose_hangul(output *out, uint32_t scalar) {
    uint32_t last = out->last, made = 0;
    if (scalar < 0x1161 || scalar > 0x11C2 || out->gap || !out->count) return 0;
    if (last >= 0x1100 && last < 0x1113 && scalar >= 0x1161 && scalar < 0x1176)
        made = 0xAC00 + ((last - 0x1100) * 21 + (scalar - 0x1161)) * 28;
    else if (last >= 0xAC00 && last < 0xD7A4 && (last - 0xAC00) % 28 == 0 && scalar > 0x11A7 && scalar < 0x11C3)
        made = last + (scalar - 0x11A7);
    if (!made) return 0;
    out->count = out->last_start;
    put_utf8(out, made);
    return 1;
}

// й may be written as и and a mark: the same letter, which stays a letter of its own.
static int compose_cyrillic(output *out, uint32_t mark) {
    static const struct { uint32_t letter, mark, made; } pairs[] = {
        {0x438, 0x306, 0x439}, {0x456, 0x308, 0x457}, {0x443, 0x306, 0x45E}, {0x433, 0x301, 0x453},
        {0x43A, 0x301, 0x45C}, {0x436, 0x306, 0x4C2}, {0x430, 0x306, 0x4D1}, {0x435, 0x306, 0x4D7},
    };
    if (out->gap || !out->count) return 0;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (pairs[i].letter != out->last || pairs[i].mark != mark) continue;
        out->count = out->last_start;
        put_utf8(out, pairs[i].made);
        return 1;
    }
    return 0;
}

static void fold_scalar(output *out, uint32_t scalar) {
    if (scalar < 0x80 && ((scalar | 32) - 'a' < 26 || scalar - '0' < 10)) {
        put(out, WORD, scalar >= 'A' && scalar <= 'Z' ? scalar | 32 : scalar);
        return;
    }
    if ((scalar == 0x301 || scalar == 0x306 || scalar == 0x308) && compose_cyrillic(out, scalar)) return;
    if (compose_hangul(out, scalar)) return;
    uint32_t entry = entry_of(scalar);
    uint32_t count = entry >> 23 & 31, value = entry & 0x7FFFFF;
    if (count <= 1) {
        put(out, (int)(entry >> 28), count ? value : scalar);
        return;
    }
    for (uint32_t i = 0; i < count; i++) {
        uint32_t part = na_fold_expansions[value + i];
        if (compose_hangul(out, part)) continue;
        put(out, (int)(entry_of(part) >> 28), part);
    }
}

// Strict UTF-8 (Unicode 14, table 3-7); a wrong byte is U+FFFD and one byte long.
static uint32_t next_scalar(const uint8_t *text, size_t count, size_t *length) {
    uint8_t first = text[0];
    *length = 1;
    if (first < 0x80) return first;
    size_t need = first >= 0xF0 && first < 0xF5 ? 4 : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xC2 && first < 0xE0 ? 2 : 0;
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

size_t na_fold(const uint8_t *text, size_t count, int split, uint8_t *bytes, size_t capacity) {
    output out = {.bytes = bytes, .capacity = capacity, .split = split, .previous = SEPARATOR};
    for (size_t at = 0, length; at < count; at += length)
        fold_scalar(&out, next_scalar(text + at, count - at, &length));
    return out.count;
}

const char *na_fold_unicode_version(void) { return NA_FOLD_UNICODE_VERSION; }
