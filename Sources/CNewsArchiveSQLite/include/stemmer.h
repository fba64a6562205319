// Stems of English words, by the porter tokenizer that FTS5 has.

#ifndef NA_STEMMER_H
#define NA_STEMMER_H

#include <stddef.h>

struct sqlite3;

// What the tokenizer leaves as it is: shorter words and longer ones. A short one must not count as a stem: "us" is that of "use".
enum { NA_STEM_START = 3, NA_STEM_LIMIT = 64 };

typedef struct na_stemmer na_stemmer;

// Returns a result code of SQLite. To be freed before the connection is closed.
int na_stemmer_new(struct sqlite3 *connection, na_stemmer **stemmer);
void na_stemmer_free(na_stemmer *stemmer);

// Writes the stem of a word of the letters a to z to `stem`, which has room for NA_STEM_LIMIT bytes, and returns its length;
// 0 for what is no such word.
size_t na_stem(na_stemmer *stemmer, const char *word, size_t size, char *stem);

#endif
