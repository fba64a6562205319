// Words next to each other.
//
// For every place of an article where the phrase could begin a byte says how many of its words stand where they must.
// Common words stand in an article dozens of times: a comparison of sorted places would be a branch that no processor can
// foresee, and a bit a place would make each step wait for the one before.

#include <stdlib.h>

#include "leaf.h"
#include "positions.h"

enum { PLACE_LIMIT = 1 << 24, WORD_LIMIT = 250 };

typedef struct phrase_search {
    const na_phrase *phrase;
    na_posting_list *lists;
    // One byte a place, behind as many as the phrase has words; all 0 between two columns.
    uint8_t *agreeing;
    size_t capacity;
} phrase_search;

static int reserve(phrase_search *search, size_t count) {
    if (count <= search->capacity) return SQLITE_OK;
    uint8_t *grown = realloc(search->agreeing, count * 2);
    if (grown == NULL) return SQLITE_NOMEM;
    memset(grown + search->capacity, 0, count * 2 - search->capacity);
    search->agreeing = grown;
    search->capacity = count * 2;
    return SQLITE_OK;
}

// What a word's positions in one column are: from one place of the bytes to another.
typedef struct column {
    const uint8_t *at, *end;
} column;

static int split(const na_posting_list *list, column *headline, column *body) {
    const uint8_t *at = list->positions, *end = at + list->position_size;
    headline->at = at;
    while (at < end && *at != NA_COLUMN_MARK) {
        while (at < end && *at >= 0x80) at++;
        if (at < end) at++;
    }
    headline->end = body->at = body->end = at;
    if (at == end) return SQLITE_OK;
    if (end - at < 2 || at[1] != 1) return SQLITE_NOTFOUND;
    *body = (column){at + 2, end};
    return SQLITE_OK;
}

// Counts the places where the word agrees with all words before it; leaves the last such place in `highest`.
static int agree(phrase_search *search, column column, int word, uint32_t *agreed, size_t *highest) {
    int64_t place = search->phrase->count - word;
    *agreed = 0;
    while (column.at < column.end) {
        uint64_t number = *column.at;
        int length = number < 0x80 ? 1 : na_varint(column.at, column.end, &number);
        column.at += length;
        place += (int64_t)(number & INT32_MAX) - 2;
        if (length == 0 || number < 2 || place < 0 || place >= PLACE_LIMIT) return SQLITE_NOTFOUND;
        if ((size_t)place >= search->capacity) {
            int result = reserve(search, (size_t)place + 1);
            if (result != SQLITE_OK) return result;
        }
        int agrees = search->agreeing[place] == word;
        search->agreeing[place] = (uint8_t)(search->agreeing[place] + agrees);
        *agreed += (uint32_t)agrees;
    }
    if (place > 0 && (size_t)place > *highest) *highest = (size_t)place;
    return SQLITE_OK;
}

static int count_starts(phrase_search *search, const column *columns, uint32_t *starts) {
    size_t highest = 0;
    int result = SQLITE_OK;
    *starts = 1;
    for (int word = 0; word < search->phrase->count && *starts > 0 && result == SQLITE_OK; word++)
        result = agree(search, columns[word], word, starts, &highest);
    if (highest < search->capacity) memset(search->agreeing, 0, highest + 1);
    return result;
}

static int weigh(phrase_search *search, uint32_t *frequency) {
    column headlines[WORD_LIMIT], bodies[WORD_LIMIT];
    uint32_t in_headline = 0, in_body = 0;
    int result = SQLITE_OK, columns = search->phrase->columns;
    for (int word = 0; word < search->phrase->count && result == SQLITE_OK; word++)
        result = split(&search->lists[word], &headlines[word], &bodies[word]);
    if (result == SQLITE_OK && columns & NA_COLUMN_HEADLINE) result = count_starts(search, headlines, &in_headline);
    if (result == SQLITE_OK && columns & NA_COLUMN_BODY) result = count_starts(search, bodies, &in_body);
    *frequency = in_headline * NA_HEADLINE_WEIGHT + in_body * NA_BODY_WEIGHT;
    return result;
}

static int find_all(phrase_search *search, na_articles *found) {
    int result = na_posting_lists_meet(search->lists, search->phrase->count, INT64_MIN + 1);
    while (result == SQLITE_OK && search->lists[0].key != NA_NO_KEY) {
        uint32_t frequency;
        result = weigh(search, &frequency);
        if (result == SQLITE_OK && frequency > 0) result = na_articles_append(found, search->lists[0].key, frequency);
        if (result == SQLITE_OK) result = na_posting_lists_meet(search->lists, search->phrase->count, search->lists[0].key + 1);
    }
    return result;
}

int na_find_phrase(na_index *index, const na_phrase *phrase, na_articles *found) {
    if (phrase->count > WORD_LIMIT) return SQLITE_NOTFOUND;
    phrase_search search = {.phrase = phrase};
    search.lists = calloc((size_t)phrase->count, sizeof *search.lists);
    if (search.lists == NULL) return SQLITE_NOMEM;
    int result = SQLITE_OK;
    for (int i = 0; i < phrase->count && result == SQLITE_OK; i++)
        result = na_token_list_open(&search.lists[i], index, &phrase->tokens[i]);
    if (result == SQLITE_OK) result = find_all(&search, found);
    for (int i = 0; i < phrase->count; i++) na_posting_list_close(&search.lists[i]);
    free(search.lists);
    free(search.agreeing);
    return result;
}
