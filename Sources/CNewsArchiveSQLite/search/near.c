// Words that stand near each other.
//
// FTS5's rule (https://www.sqlite.org/fts5.html#fts5_near_queries): going through the article, the present places of all
// words are near when no more than so many other words stand between the first and the last of them. Only places that
// were near count, but how rare a word is says the whole archive.

#include <stdlib.h>

#include "leaf.h"
#include "places.h"
#include "positions.h"

typedef struct near_word {
    na_places places;
    size_t at;
    // The place that counted last, -1 for none, and what the places weigh that did.
    int64_t counted;
    uint32_t frequency;
} near_word;

typedef struct near_search {
    const na_phrase *phrases;
    // Of each word: its articles, and its places in the present one.
    na_posting_list *lists;
    near_word *words;
    int count;
    int64_t distance;
} near_search;

static int64_t place_of(const near_word *word) { return word->places.at[word->at]; }

static int is_in(int columns, int64_t place) { return columns & (na_column(place) ? NA_COLUMN_BODY : NA_COLUMN_HEADLINE); }

static int read_word(near_word *word, const na_posting_list *list, int columns) {
    int result = na_places_read(&word->places, list->positions, list->position_size);
    size_t kept = 0;
    for (size_t i = 0; i < word->places.count && result == SQLITE_OK; i++)
        if (is_in(columns, word->places.at[i])) word->places.at[kept++] = word->places.at[i];
    word->places.count = kept;
    word->at = 0;
    word->counted = -1;
    word->frequency = 0;
    return result;
}

// Moves the words on until all are near; false when one of them has no more places.
static int meet(near_search *search) {
    int64_t last = place_of(&search->words[0]);
    for (int i = 0, near = 0; near < search->count; i = (i + 1) % search->count) {
        near_word *word = &search->words[i];
        int64_t first = last - 1 - search->distance;
        while (place_of(word) < first)
            if (++word->at == word->places.count) return 0;
        near++;
        if (place_of(word) > last) {
            last = place_of(word);
            near = 1;
        }
    }
    return 1;
}

static void count_places(near_search *search) {
    for (int i = 0; i < search->count; i++) {
        near_word *word = &search->words[i];
        int64_t place = place_of(word);
        if (place != word->counted) word->frequency += na_column(place) ? NA_BODY_WEIGHT : NA_HEADLINE_WEIGHT;
        word->counted = place;
    }
}

// Moves on the word whose next place comes first; false when none has one.
static int move_on(near_search *search) {
    near_word *earliest = NULL;
    for (int i = 0; i < search->count; i++) {
        near_word *word = &search->words[i];
        if (word->at + 1 == word->places.count) continue;
        if (earliest == NULL || word->places.at[word->at + 1] < earliest->places.at[earliest->at + 1]) earliest = word;
    }
    if (earliest != NULL) earliest->at++;
    return earliest != NULL;
}

static int weigh(near_search *search) {
    for (int i = 0; i < search->count; i++) {
        int result = read_word(&search->words[i], &search->lists[i], search->phrases[i].columns);
        if (result != SQLITE_OK) return result;
    }
    for (int i = 0; i < search->count; i++)
        if (search->words[i].places.count == 0) return SQLITE_OK;
    while (meet(search)) {
        count_places(search);
        if (!move_on(search)) break;
    }
    return SQLITE_OK;
}

static int find_all(near_search *search, na_leaf *leaves) {
    int result = na_posting_lists_meet(search->lists, search->count, INT64_MIN + 1);
    while (result == SQLITE_OK && search->lists[0].key != NA_NO_KEY) {
        na_key key = search->lists[0].key;
        result = weigh(search);
        for (int i = 0; i < search->count && result == SQLITE_OK && search->words[i].frequency > 0; i++)
            result = na_articles_append(&leaves[i].found, key, search->words[i].frequency);
        if (result == SQLITE_OK) result = na_posting_lists_meet(search->lists, search->count, key + 1);
    }
    return result;
}

// How many articles have the word in the columns.
static int count_articles(na_posting_list *list, int columns, int64_t *documents) {
    *documents = list->documents;
    if (columns == NA_ANYWHERE) return SQLITE_OK;
    *documents = 0;
    int result = na_posting_list_advance(list, INT64_MIN + 1);
    while (result == SQLITE_OK && list->key != NA_NO_KEY) {
        *documents += na_frequency(list->positions, list->position_size, columns, list->readable) > 0;
        result = na_posting_list_advance(list, list->key + 1);
    }
    na_posting_list_rewind(list);
    return result;
}

static int open_and_find(near_search *search, na_index *index, na_leaf *leaves) {
    int result = SQLITE_OK;
    for (int i = 0; i < search->count && result == SQLITE_OK; i++) {
        result = na_token_list_open(&search->lists[i], index, &search->phrases[i].tokens[0]);
        if (result == SQLITE_OK)
            result = count_articles(&search->lists[i], search->phrases[i].columns, &leaves[i].documents);
    }
    return result == SQLITE_OK ? find_all(search, leaves) : result;
}

int na_find_near(na_index *index, const na_phrase *phrases, int count, int64_t distance, na_leaf *leaves) {
    near_search search = {.phrases = phrases, .count = count, .distance = distance};
    search.lists = calloc((size_t)count, sizeof *search.lists);
    search.words = calloc((size_t)count, sizeof *search.words);
    int has_room = search.lists != NULL && search.words != NULL;
    int result = has_room ? open_and_find(&search, index, leaves) : SQLITE_NOMEM;
    for (int i = 0; i < count && has_room; i++) {
        na_posting_list_close(&search.lists[i]);
        free(search.words[i].places.at);
    }
    free(search.lists);
    free(search.words);
    return result;
}
