// The SQL aggregate newsarchive_size_block(id, sz), which packs rows of article_search_docsize into one of document_sizes.

#ifndef NA_SIZE_BLOCK_H
#define NA_SIZE_BLOCK_H

struct sqlite3;

// Makes the function known to a connection. Returns a result code of SQLite.
int na_register_size_block(struct sqlite3 *connection);

#endif
