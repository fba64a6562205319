// The tokenizer as a loadable extension of SQLite, for the sqlite3 shell, Datasette and other readers of an archive:
//
//     cc -O2 -shared -fPIC -ISources/CNewsArchiveSQLite/include Sources/CNewsArchiveSQLite/extension/newsarchive.c -o newsarchive.so
//     sqlite3 news.sqlite '.load ./newsarchive' "SELECT headline FROM article_search('ferry')"

#define NA_EXTENSION

#include <sqlite3ext.h>
SQLITE_EXTENSION_INIT1

#include "../tokenizer.c"

int sqlite3_newsarchive_init(sqlite3 *connection, char **error, const sqlite3_api_routines *api) {
    SQLITE_EXTENSION_INIT2(api);
    int result = na_register_tokenizer(connection);
    if (result != SQLITE_OK) *error = sqlite3_mprintf("this SQLite has no FTS5");
    return result;
}
