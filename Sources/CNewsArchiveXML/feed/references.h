// Character references and entities: &amp; &#8211; &nbsp; and those that a DOCTYPE declares.

#ifndef NA_REFERENCES_H
#define NA_REFERENCES_H

#include "bytes.h"

/// Texts that a dump's DOCTYPE gives names to. Bounded, and none refers to another, so no text can grow by
/// them
/// out of proportion.
typedef struct na_entities {
    na_bytes names;
    na_bytes values;
    struct na_entity {
        size_t name, name_count;
        size_t value, value_count;
    } *list;
    size_t count;
    size_t capacity;
} na_entities;

void na_entities_free(na_entities *entities);
void na_entities_clear(na_entities *entities);

/// Reads what follows `<!ENTITY` up to its `>`; what is not a plain text is left out.
void na_entities_declare(na_entities *entities, const uint8_t *declaration, size_t count);

/// Writes what a reference means as XML text, also fit for an attribute's value.
///
/// How many bytes it has, from the & to the ; on. 0 when it means nothing, SIZE_MAX when its end has not
/// arrived.
size_t na_reference_write(
    const na_entities *entities, const uint8_t *bytes, size_t count, int is_whole, na_bytes *to);

/// Writes the character that browsers take a number from 128 to 159 for.
void na_write_windows_1252(uint8_t number, na_bytes *to);

#endif
