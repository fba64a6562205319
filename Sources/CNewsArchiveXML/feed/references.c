#ifdef NEWS_ARCHIVE_FEEDS
#include "references.h"

#include <libxml/HTMLparser.h>
#include <stdlib.h>

#define LONGEST_NAME 32
#define LONGEST_VALUE 1024
#define MOST_ENTITIES 256

// What browsers take &#128; to &#159; for: the characters of windows-1252.
static const uint16_t windows_1252[32] = {
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
};

void na_entities_free(na_entities *entities) {
    na_bytes_free(&entities->names);
    na_bytes_free(&entities->values);
    free(entities->list);
    *entities = (na_entities){0};
}

void na_entities_clear(na_entities *entities) {
    entities->count = entities->names.count = entities->values.count = 0;
}

static int is_name(uint8_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' ||
           c == '.' || c == ':' || c >= 0x80;
}

static int is_blank(uint8_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Writes a text that means itself. 0 when it is another.
static int write_plain(const uint8_t *value, size_t count, na_bytes *to) {
    for (size_t i = 0; i < count;) {
        // A character by its number is as plain as one written out; any other reference may grow.
        int is_number = value[i] == '&' && i + 1 < count && value[i + 1] == '#';
        size_t width = is_number ? na_reference_write(NULL, value + i, count - i, 1, to) : 0;
        if (width == 0) {
            if (value[i] == '&' || value[i] == '%' || value[i] == '<' || value[i] < 0x20) return 0;
            na_bytes_append_byte(to, value[i]);
            width = 1;
        }
        i += width;
    }
    return !to->is_short;
}

static void add(na_entities *entities, const uint8_t *name, size_t name_count, const na_bytes *value) {
    void **list = (void **)&entities->list;
    if (!na_array_reserve(list, entities->count, &entities->capacity, sizeof *entities->list)) return;
    size_t names = entities->names.count, values = entities->values.count;
    na_bytes_append(&entities->names, name, name_count);
    na_bytes_append(&entities->values, value->bytes, value->count);
    if (entities->names.is_short || entities->values.is_short) return;
    entities->list[entities->count++] = (struct na_entity){names, name_count, values, value->count};
}

void na_entities_declare(na_entities *entities, const uint8_t *p, size_t count) {
    size_t i = 0;
    while (i < count && is_blank(p[i])) i++;
    size_t name = i;
    while (i < count && is_name(p[i])) i++;
    size_t name_count = i - name;
    while (i < count && is_blank(p[i])) i++;
    if (name_count == 0 || name_count > LONGEST_NAME || i >= count || (p[i] != '"' && p[i] != '\'')) return;
    const uint8_t *end = memchr(p + i + 1, p[i], count - i - 1);
    if (end == NULL || entities->count == MOST_ENTITIES) return;
    const uint8_t *value = p + i + 1;
    size_t value_count = (size_t)(end - value);
    if (value_count > LONGEST_VALUE) return;
    na_bytes plain = {0};
    if (write_plain(value, value_count, &plain)) add(entities, p + name, name_count, &plain);
    na_bytes_free(&plain);
}

static void write_scalar(uint32_t scalar, na_bytes *to) {
    // Others of them are no characters of XML.
    if (scalar < 0x20 && scalar != '\t' && scalar != '\n' && scalar != '\r') return;
    if (scalar < 0x20 || scalar == '<' || scalar == '>' || scalar == '&' || scalar == '"' || scalar == '\'') {
        const uint8_t text[] = {'&', '#', (uint8_t)('0' + scalar / 10), (uint8_t)('0' + scalar % 10), ';'};
        return na_bytes_append(to, text, sizeof text);
    }
    if (scalar < 0x80) return na_bytes_append_byte(to, (uint8_t)scalar);
    uint8_t bytes[4];
    size_t count = scalar < 0x800 ? 2 : scalar < 0x10000 ? 3 : 4;
    for (size_t i = count; i-- > 1; scalar >>= 6) bytes[i] = (uint8_t)(0x80 | (scalar & 0x3F));
    bytes[0] = (uint8_t)((count == 2 ? 0xC0 : count == 3 ? 0xE0 : 0xF0) | scalar);
    na_bytes_append(to, bytes, count);
}

void na_write_windows_1252(uint8_t number, na_bytes *to) {
    write_scalar(number >= 0x80 && number < 0xA0 ? windows_1252[number - 0x80] : number, to);
}

static int write_number(const uint8_t *digits, size_t count, na_bytes *to) {
    uint32_t base = count > 0 && (digits[0] == 'x' || digits[0] == 'X') ? 16 : 10;
    uint32_t scalar = 0;
    size_t start = base == 16;
    if (start == count) return 0;
    for (size_t i = start; i < count; i++) {
        uint8_t c = digits[i] | 0x20;
        uint32_t digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10u : 99;
        if (digit >= base) return 0;
        if (scalar < 0x110000) scalar = scalar * base + digit;
    }
    if (scalar >= 0x80 && scalar < 0xA0) scalar = windows_1252[scalar - 0x80];
    int is_character =
        scalar < 0x110000 && !(scalar >= 0xD800 && scalar < 0xE000) && scalar != 0xFFFE && scalar != 0xFFFF;
    if (is_character) write_scalar(scalar, to);
    return 1;
}

static int write_named(const na_entities *entities, const uint8_t *name, size_t count, na_bytes *to) {
    for (size_t i = 0; entities != NULL && i < entities->count; i++) {
        const struct na_entity *entity = &entities->list[i];
        if (entity->name_count != count || memcmp(entities->names.bytes + entity->name, name, count) != 0) continue;
        na_bytes_append(to, entities->values.bytes + entity->value, entity->value_count);
        return 1;
    }
    // Nearly all are of these: no look through the 253 of HTML for them.
    static const struct {
        const char *name;
        uint32_t scalar;
    } usual[] = {{"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", 0xA0}};
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
        if (strlen(usual[i].name) != count || memcmp(usual[i].name, name, count) != 0) continue;
        write_scalar(usual[i].scalar, to);
        return 1;
    }
    char string[LONGEST_NAME + 1];
    memcpy(string, name, count);
    string[count] = 0;
    const htmlEntityDesc *known = htmlEntityLookup((const xmlChar *)string);
    if (known == NULL) return 0;
    write_scalar(known->value, to);
    return 1;
}

size_t na_reference_write(
    const na_entities *entities, const uint8_t *bytes, size_t count, int is_whole, na_bytes *to) {
    size_t end = 1;
    int is_number = count > 1 && bytes[1] == '#';
    if (is_number) end = 2;
    size_t name = end;
    while (end < count && end - name <= LONGEST_NAME && is_name(bytes[end])) end++;
    if (end == count && !is_whole && end - name <= LONGEST_NAME) return SIZE_MAX;
    if (end == count || bytes[end] != ';' || end == name || end - name > LONGEST_NAME) return 0;
    int is_known = is_number ? write_number(bytes + name, end - name, to)
                             : write_named(entities, bytes + name, end - name, to);
    return is_known ? end + 1 : 0;
}
#endif
