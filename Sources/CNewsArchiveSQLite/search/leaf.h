// One text of a query, a word, a beginning or a phrase: the articles that it stands in, and how often.

#ifndef NA_LEAF_H
#define NA_LEAF_H

#include "positions.h"
#include "posting_list.h"

typedef struct na_token {
    // With the byte of the index before it.
    uint8_t bytes[NA_TERM_LIMIT];
    int size;
    int is_prefix;
} na_token;

typedef struct na_phrase {
    na_token *tokens;
    int count, capacity;
    // Where it must stand.
    int columns;
    // How many phrases, from this one on, stand near each other, and with how many other words between them; 0 for none.
    int near_count;
    int64_t near_distance;
} na_phrase;

// Articles in the order of their ids, and how much the places weigh where the text stands in each.
typedef struct na_articles {
    int64_t *ids;
    uint32_t *frequencies;
    size_t count, capacity;
} na_articles;

typedef struct na_leaf {
    // A word by itself is read as it is asked for; the others are worked out first.
    int is_stream;
    na_posting_list list;
    na_articles found;
    size_t at;
    int is_backward;
    na_key key;
    // How many articles it stands in.
    int64_t documents;
} na_leaf;

// SQLITE_NOTFOUND for a text that is left to FTS5.
int na_leaf_open(na_leaf *leaf, na_index *index, const na_phrase *phrase, int is_backward);
// A leaf for each of the phrases that stand near each other: only where they do.
int na_leaves_open_near(na_leaf *leaves, na_index *index, const na_phrase *phrases, int is_backward);
void na_leaf_close(na_leaf *leaf);

// Moves to the first article whose key is `key` or more.
int na_leaf_seek(na_leaf *leaf, na_key key);

// The same, if it does not stand on one.
static inline int na_leaf_advance(na_leaf *leaf, na_key key) {
    if (leaf->key >= key) return SQLITE_OK;
    if (!leaf->is_stream || !na_posting_list_step(&leaf->list, key)) return na_leaf_seek(leaf, key);
    leaf->key = leaf->list.key;
    return SQLITE_OK;
}

// How much the places weigh in the article that the leaf stands on.
static inline uint32_t na_leaf_frequency(const na_leaf *leaf) {
    const na_posting_list *list = &leaf->list;
    if (leaf->is_stream) return na_frequency(list->positions, list->position_size, NA_ANYWHERE, list->readable);
    return leaf->found.frequencies[leaf->is_backward ? leaf->at - 1 : leaf->at];
}

// The articles of a word, or of all words that begin so as if they were one.
int na_token_list_open(na_posting_list *list, na_index *index, const na_token *token);
int na_prefix_list_open(na_posting_list *list, na_index *index, const na_token *prefix);

// How the texts are worked out: see the files of the same names.
int na_find_word(na_index *index, const na_phrase *phrase, na_articles *found);
int na_find_phrase(na_index *index, const na_phrase *phrase, na_articles *found);
int na_find_prefix(na_index *index, const na_phrase *phrase, na_articles *found);
int na_find_near(na_index *index, const na_phrase *phrases, int count, int64_t distance, na_leaf *leaves);

// Makes room for so many in all.
int na_articles_reserve(na_articles *found, size_t capacity);
int na_articles_append(na_articles *found, int64_t id, uint32_t frequency);

#endif
