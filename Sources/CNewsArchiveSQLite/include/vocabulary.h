// The words that the articles have, from the index as FTS5 stores it. As for a ranked search it is to be asked inside a
// transaction, and what is not as expected is SQLITE_NOTFOUND.

#ifndef NA_VOCABULARY_H
#define NA_VOCABULARY_H

#include <stddef.h>
#include <stdint.h>

#include "ranked_search.h"
#include "stop.h"

// Calls `handle` with every word from `first` on, in the order of their bytes, for as long as it returns SQLITE_OK; ends with
// what it returns else. Their doclists are not read but for whether an article has the word. `handle` may not ask the index.
int na_vocabulary_each(na_index *index, const na_stop *stop, const char *first, size_t size, void *context,
                       int (*handle)(void *context, const char *word, size_t size));

// How many articles have a word; of a word that more than `limit` have, any number above it, which takes less time.
int na_vocabulary_count(na_index *index, const na_stop *stop, const char *word, size_t size, int64_t limit, int64_t *count);

// How many articles the index has.
int na_vocabulary_documents(na_index *index, int64_t *count);

#endif
