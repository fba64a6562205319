// FTS5's own functions, of a connection (https://www.sqlite.org/fts5.html#extending_fts5).

#ifndef NA_FTS5_API_H
#define NA_FTS5_API_H

#include "sqlite_api.h"

// NULL where SQLite was built without FTS5.
static inline fts5_api *na_fts5_api(sqlite3 *connection) {
    fts5_api *api = NULL;
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(connection, "SELECT fts5(?1)", -1, &statement, NULL) == SQLITE_OK) {
        sqlite3_bind_pointer(statement, 1, (void *)&api, "fts5_api_ptr", NULL);
        sqlite3_step(statement);
    }
    sqlite3_finalize(statement);
    return api;
}

#endif
