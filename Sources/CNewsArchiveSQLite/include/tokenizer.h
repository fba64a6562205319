// The tokenizer of the search index, for FTS5 (https://www.sqlite.org/fts5.html#custom_tokenizers).

#ifndef NA_TOKENIZER_H
#define NA_TOKENIZER_H

// The version that the schema names: tokenize = 'newsarchive 1'. An index is only right for the version it was made with.
#define NA_TOKENIZER_VERSION 1

#include <stdint.h>

struct sqlite3;

// Makes the tokenizer known to a connection. Returns a result code of SQLite.
//
// A word is a run of letters and numbers, folded as by na_fold; everything else separates, apostrophes too, so that
// Sa'ar is two words next to each other however it is spelt. In scripts written without spaces every two characters next
// to each other are a word, and the last character of a run is one, too, in the same place as the word before it: a
// single character is found as the beginning of a word. Offsets are into the original text.
int na_register_tokenizer(struct sqlite3 *connection);

// Hands over the words of a text one by one, as the index does (0) or as a query does (not 0): context, whether it stands
// in the place of the word before, the word and its length, and the bytes of the text that it comes from. Ends with what
// `handle` returns when that is not 0.
int na_tokenize(const char *text, int count, int is_query, void *context,
                int (*handle)(void *, int, const char *, int, int, int));

// Whether a character is of a script written without spaces.
int na_is_ideograph(uint32_t scalar);

#endif
