// Full-text search by relevance: the order and the scores of FTS5's bm25(article_search, 10.0, 1.0), from the index as FTS5
// stores it. It writes nothing, and is to be called inside a transaction, so that all it reads is of one state.

#ifndef NA_RANKED_SEARCH_H
#define NA_RANKED_SEARCH_H

#include <stddef.h>
#include <stdint.h>

#include "stop.h"

struct sqlite3;

// What a connection keeps from search to search. To be freed before the connection is closed.
typedef struct na_index na_index;
int na_index_new(struct sqlite3 *connection, na_index **index);
void na_index_free(na_index *index);

// A query is put together like a sum on a calculator with a stack: texts are pushed, then joined. Every function returns a
// result code of SQLite; SQLITE_NOTFOUND when the query is one that is left to FTS5.
typedef struct na_query na_query;

enum { NA_COLUMN_HEADLINE = 1, NA_COLUMN_BODY = 2 };

// All of them, one of them, the first but not the others.
enum na_join { NA_ALL, NA_ANY, NA_BUT };

na_query *na_query_new(void);
void na_query_free(na_query *query);

// Pushes a text that must stand in one of the given columns; then its words, of which the last may be the beginning of one.
int na_query_push_text(na_query *query, int columns);
int na_query_add_word(na_query *query, const char *word, size_t count, int is_prefix);

// Joins what was pushed last.
int na_query_join(na_query *query, enum na_join join, size_t count);

// Joins texts of one word each that must stand near each other, with so many other words between them at the most.
int na_query_join_near(na_query *query, size_t count, int64_t distance);

typedef struct na_hit {
    int64_t id;
    // By what it is ranked: the score, or by recent relevance the score's binary logarithm and its time in half-lives.
    double rank;
    // The negative of what bm25 gives: higher is better.
    double score;
} na_hit;

typedef struct na_search {
    na_index *index;
    const na_stop *stop;
    // Only articles with these ids.
    int64_t first_id, last_id;
    size_t limit;
    // Only hits that come behind this one.
    int has_cursor;
    na_hit cursor;
    // Minutes in which an article loses half of its score; 0 for relevance alone. Those before `first_dated` lose what an
    // article of that id would.
    double half_life;
    int64_t first_dated;
    // Whether an article counts: 1, 0, or -1 to give up with SQLITE_ABORT. NULL when all do.
    int (*accepts)(void *context, int64_t id);
    void *context;
} na_search;

// The best hits, best first; of equal ones the newest. `hits` is to be freed, also after an error.
int na_search_best(const na_query *query, const na_search *search, na_hit **hits, size_t *count);

// The ids of all articles found, newest first or, with `is_upward` not 0, oldest first, some hundreds a call, for as long as
// `handle` returns SQLITE_OK. Neither `limit`, `cursor` nor `accepts` count.
int na_search_each(const na_query *query, const na_search *search, int is_upward, void *context,
                   int (*handle)(void *context, const int64_t *ids, size_t count));

// How many pages of the index hold the words that begin so: what FTS5 reads before the first of them is found.
int na_prefix_pages(na_index *index, const char *beginning, size_t count, int64_t *pages);

#endif
