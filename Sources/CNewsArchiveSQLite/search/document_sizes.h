// How many words each article has, which bm25 asks for every match. FTS5 keeps a row an article (article_search_docsize);
// the table document_sizes has some hundred articles a row: the first one's id, then all ids in order, in 8 bytes each, then
// the words of each article in 4 bytes, the lowest byte first. Fixed widths, for 300,000 varints take longer than the rest.

#ifndef NA_DOCUMENT_SIZES_H
#define NA_DOCUMENT_SIZES_H

#include "fulltext_index.h"

typedef struct na_document_sizes {
    na_index *index;
    // Whether so few articles are asked for that a block each would be more work than a row each.
    int is_sparse;
    int64_t *ids;
    uint32_t *sizes;
    int count, capacity, at;
} na_document_sizes;

void na_document_sizes_close(na_document_sizes *sizes);

// The words of an article's headline and body. Cheapest when the ids come in order.
int na_document_size(na_document_sizes *sizes, int64_t id, int64_t *words);

// The ids of all articles, in order, to be freed.
int na_all_documents(na_index *index, int64_t **ids, size_t *count);

#endif
