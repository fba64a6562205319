// Which code an element or an attribute of a feed has.

#ifndef NA_NAMES_H
#define NA_NAMES_H

#include <stddef.h>
#include <string.h>

#include "feed_codes.h"

static inline char na_lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c; }

/// Whether two names are one but for ASCII case, in whatever locale the program runs.
static inline int na_is_same_name(const char *a, const char *b, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (na_lower(a[i]) != na_lower(b[i])) return 0;
    return 1;
}

static inline int na_is_name(const char *a, const char *b) {
    size_t count = strlen(a);
    return strlen(b) == count && na_is_same_name(a, b, count);
}

/// Whose element it is.
enum na_vocabulary {
    NA_OTHER_VOCABULARY,
    /// RSS, Atom, CDF: names are told apart by themselves.
    NA_CORE,
    NA_DUBLIN_CORE,
    NA_TERMS,
    NA_CONTENT_MODULE,
    NA_MEDIA,
    NA_ITUNES,
    NA_XHTML,
    NA_RDF,
    NA_FEEDBURNER,
    NA_YANDEX,
    NA_XML,
};

typedef struct na_name {
    enum na_vocabulary vocabulary;
    enum na_feed_code code;
    /// NA_FEED_IS_ATOM, NA_FEED_IS_ATOM_03 or 0, by the namespace.
    int flags;
} na_name;

/// The code of an element; names are compared without regard to ASCII case.
///
/// Where the namespace is not known, the prefix says whose the element is: many feeds declare none.
na_name na_element_name(const char *local, const char *prefix, const char *uri);

enum na_feed_attribute_code na_attribute_code(const char *local, const char *prefix, const char *uri);

#endif
