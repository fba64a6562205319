// Folding: what is left of a text when case, width, accents, punctuation and white space do not count.

#ifndef NA_FOLD_H
#define NA_FOLD_H

#include <stddef.h>
#include <stdint.h>

// The version of the tables and of the function below. Keys stored in archives depend on it.
#define NA_FOLD_VERSION 1

// Writes the folded words of UTF-8 `text` to `out`, one space between them, and returns how many bytes they take:
// when that is more than `capacity`, what was written is incomplete and the call is to be repeated with more room.
//
// - Letters lose case, width, accents and ligatures; й, ї, ў and their like stay letters of their own; ё is е.
// - Apostrophes, zero-width characters and soft hyphens vanish; all other punctuation and white space separates.
// - With `split` not 0 every character of a script written without spaces is a word by itself.
// - A byte that is not UTF-8 counts as U+FFFD.
size_t na_fold(const uint8_t *text, size_t count, int split, uint8_t *out, size_t capacity);

// The version of Unicode that the tables were made from.
const char *na_fold_unicode_version(void);

#endif
