// The only place that sees sqlite3.h. A shim exists for what Swift cannot import, and says why.

#ifndef C_NEWS_ARCHIVE_SQLITE_H
#define C_NEWS_ARCHIVE_SQLITE_H

#include <sqlite3.h>
#include <stddef.h>
#include <stdint.h>

#include "find.h"
#include "fold.h"
#include "page_checksums.h"
#include "ranked_search.h"
#include "sha256.h"
#include "sha256_blocks.h"
#include "size_block.h"
#include "stemmer.h"
#include "stop.h"
#include "tokenizer.h"
#include "vocabulary.h"

// SQLITE_TRANSIENT is a cast macro, which Swift does not import. By length: a text may contain a NUL.
static inline int na_bind_text(sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
    // A null pointer would bind NULL; an empty Swift buffer may have one.
    return sqlite3_bind_text64(statement, index, count ? (const char *)bytes : "", count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static inline int na_bind_blob(sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 count) {
    return sqlite3_bind_blob64(statement, index, count ? bytes : "", count, SQLITE_TRANSIENT);
}

// sqlite3_db_config is variadic, which Swift cannot call.
static inline int na_db_config(sqlite3 *connection, int option, int value) {
    return sqlite3_db_config(connection, option, value, (int *)0);
}

// So is sqlite3_config.
static inline int na_switch_off_memory_statistics(void) {
    return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

// One file of Migrations, embedded.
typedef struct na_migration {
    int number;
    const char *name;
    const unsigned char *bytes;
    size_t count;
} na_migration;

// The embedded migrations in the order of their numbers.
const na_migration *na_migrations(size_t *count);

#endif
