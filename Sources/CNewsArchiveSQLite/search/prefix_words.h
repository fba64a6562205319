// The words that begin so, of all segments.

#ifndef NA_PREFIX_WORDS_H
#define NA_PREFIX_WORDS_H

#include "leaf.h"

// Calls `handle` with all articles of every word, one word after the other. Ends with what is not SQLITE_OK.
int na_each_entry_of_prefix(na_index *index, const na_token *prefix, void *context, na_entry_handler handle);

#endif
