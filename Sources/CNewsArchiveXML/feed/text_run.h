// How far text can be passed on as it is.

#ifndef NA_TEXT_RUN_H
#define NA_TEXT_RUN_H

#include <stddef.h>
#include <stdint.h>

/// What a character at the end of a run is.
enum na_text_stop {
    NA_STOP_END,
    /// < & or ].
    NA_STOP_MARKUP,
    NA_STOP_CONTROL,
    /// U+FFFE or U+FFFF: three bytes.
    NA_STOP_NONCHARACTER,
    /// A character whose rest has not arrived.
    NA_STOP_UNFINISHED,
    NA_STOP_NOT_UTF8,
};

/// How many bytes are plain characters, and what comes after them.
size_t na_text_run(const uint8_t *bytes, size_t count, enum na_text_stop *stop);

#endif
