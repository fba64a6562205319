// The words that begin so, of all segments.

#ifndef NA_PREFIX_WORDS_H
#define NA_PREFIX_WORDS_H

#include "leaf.h"

typedef int (*na_entry_handler)(void *context, const na_entry *entry);

// Calls `handle` for every article of every word, one word after the other. Ends with what is not SQLITE_OK.
int na_each_entry_of_prefix(na_index *index, const na_token *prefix, void *context, na_entry_handler handle);

#endif
