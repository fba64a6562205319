// SQLite as a program without the library would use it, but for the tokenizer of the index.

#ifndef C_STOCK_SQLITE_H
#define C_STOCK_SQLITE_H

#include <sqlite3.h>

// Of NewsArchive's C target, which is no product to import but is linked with the library: the index cannot be read with
// another tokenizer than the one that made it.
int na_register_tokenizer(sqlite3 *connection);

// SQLITE_TRANSIENT is a cast macro, which Swift does not import.
static inline int stock_bind_text(sqlite3_stmt *statement, int index, const char *text) {
    return sqlite3_bind_text(statement, index, text, -1, SQLITE_TRANSIENT);
}

#endif
