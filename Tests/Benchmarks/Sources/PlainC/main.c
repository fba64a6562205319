// The import that ours is measured beside: a plain loop over libsqlite3, from records that are split into fields already.
//
//   PlainC FIELDS FILE [--optimize | --append]
//
// --append adds the records to a FILE that it made before.
// One table, one external-content FTS5 table, 1,000 rows a transaction, FTS5's defaults, nothing looked up.
// FIELDS has for each record: bytes of the headline, bytes of the body (uint32), seconds since 1970, views (int64; the least
// one for none), headline, body; little-endian, as FieldsFile.swift writes it.
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROWS_PER_TRANSACTION 1000

typedef struct {
  uint32_t headline_size;
  uint32_t body_size;
  int64_t seconds;
  int64_t views;
} record_head;

static sqlite3 *database;

static void fail(const char *what) {
  fprintf(stderr, "PlainC: %s: %s\n", what, database ? sqlite3_errmsg(database) : "");
  exit(1);
}

static void run(const char *sql) {
  if (sqlite3_exec(database, sql, 0, 0, 0) != SQLITE_OK) fail(sql);
}

static sqlite3_stmt *prepare(const char *sql) {
  sqlite3_stmt *statement = 0;
  if (sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, 0) != SQLITE_OK) fail(sql);
  return statement;
}

static void step(sqlite3_stmt *statement) {
  if (sqlite3_step(statement) != SQLITE_DONE) fail(sqlite3_sql(statement));
  sqlite3_reset(statement);
}

static void configure(void) {
  run("PRAGMA journal_mode = WAL");
  run("PRAGMA synchronous = NORMAL");
}

static void create(void) {
  run("CREATE TABLE article (id INTEGER PRIMARY KEY, headline TEXT NOT NULL, published INTEGER, views INTEGER, body TEXT)");
  run("CREATE VIRTUAL TABLE article_search USING fts5 (headline, body, content = 'article', content_rowid = 'id', "
      "tokenize = 'unicode61 remove_diacritics 2')");
}

static sqlite3_int64 last_id(void) {
  sqlite3_stmt *statement = prepare("SELECT max(id) FROM article");
  sqlite3_int64 id = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
  sqlite3_finalize(statement);
  return id;
}

// The texts of a record; `room` grows to hold the longest.
static const char *read_texts(FILE *fields, const record_head *head, char **room, size_t *capacity) {
  size_t size = (size_t)head->headline_size + head->body_size;
  if (size > *capacity) {
    *capacity = size * 2;
    *room = realloc(*room, *capacity);
    if (!*room) fail("out of memory");
  }
  if (fread(*room, 1, size, fields) != size) fail("the fields end within a record");
  return *room;
}

static void insert(sqlite3_stmt *row, sqlite3_stmt *entry, sqlite3_int64 id, const record_head *head, const char *texts) {
  const char *body = texts + head->headline_size;
  sqlite3_bind_int64(row, 1, id);
  sqlite3_bind_text(row, 2, texts, (int)head->headline_size, SQLITE_STATIC);
  sqlite3_bind_int64(row, 3, head->seconds);
  if (head->views == INT64_MIN) {
    sqlite3_bind_null(row, 4);
  } else {
    sqlite3_bind_int64(row, 4, head->views);
  }
  sqlite3_bind_text(row, 5, body, (int)head->body_size, SQLITE_STATIC);
  step(row);
  sqlite3_bind_int64(entry, 1, id);
  sqlite3_bind_text(entry, 2, texts, (int)head->headline_size, SQLITE_STATIC);
  sqlite3_bind_text(entry, 3, body, (int)head->body_size, SQLITE_STATIC);
  step(entry);
}

static void insert_all(FILE *fields) {
  sqlite3_stmt *row = prepare("INSERT INTO article (id, headline, published, views, body) VALUES (?, ?, ?, ?, ?)");
  sqlite3_stmt *entry = prepare("INSERT INTO article_search (rowid, headline, body) VALUES (?, ?, ?)");
  char *room = 0;
  size_t capacity = 0;
  record_head head;
  sqlite3_int64 id = last_id();
  run("BEGIN");
  while (fread(&head, sizeof head, 1, fields) == 1) {
    insert(row, entry, ++id, &head, read_texts(fields, &head, &room, &capacity));
    if (id % ROWS_PER_TRANSACTION == 0) run("COMMIT; BEGIN");
  }
  run("COMMIT");
  free(room);
  sqlite3_finalize(row);
  sqlite3_finalize(entry);
}

int main(int count, char **arguments) {
  if (count < 3) {
    fprintf(stderr, "usage: PlainC FIELDS FILE [--optimize | --append]\n");
    return 64;
  }
  const char *option = count > 3 ? arguments[3] : "";
  FILE *fields = fopen(arguments[1], "rb");
  if (!fields) fail(arguments[1]);
  if (sqlite3_open(arguments[2], &database) != SQLITE_OK) fail(arguments[2]);
  configure();
  if (strcmp(option, "--append") != 0) create();
  insert_all(fields);
  if (strcmp(option, "--optimize") == 0) {
    run("INSERT INTO article_search (article_search) VALUES ('optimize')");
  }
  run("PRAGMA wal_checkpoint(TRUNCATE)");
  sqlite3_close(database);
  fclose(fields);
  return 0;
}
