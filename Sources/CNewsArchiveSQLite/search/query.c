#include "query.h"

#include <stdlib.h>
#include <string.h>

#include "positions.h"

// MARK: Putting together

na_query *na_query_new(void) {
    na_query *query = calloc(1, sizeof *query);
    if (query == NULL) return NULL;
    query->phrases = calloc(NA_NODE_LIMIT, sizeof *query->phrases);
    query->nodes = calloc(NA_NODE_LIMIT, sizeof *query->nodes);
    query->links = calloc(NA_NODE_LIMIT, sizeof *query->links);
    query->stack = calloc(NA_NODE_LIMIT, sizeof *query->stack);
    if (query->phrases && query->nodes && query->links && query->stack) return query;
    na_query_free(query);
    return NULL;
}

void na_query_free(na_query *query) {
    if (query == NULL) return;
    for (int i = 0; i < query->phrase_count; i++) free(query->phrases[i].tokens);
    free(query->phrases);
    free(query->nodes);
    free(query->links);
    free(query->stack);
    free(query);
}

static int push(na_query *query, na_node node) {
    if (query->node_count == NA_NODE_LIMIT || node.depth > NA_DEPTH_LIMIT) return SQLITE_NOTFOUND;
    query->nodes[query->node_count] = node;
    query->stack[query->stack_count++] = query->node_count++;
    return SQLITE_OK;
}

int na_query_push_text(na_query *query, int columns) {
    int number = query->phrase_count;
    int result = push(query, (na_node){.kind = NA_TEXT, .first = number});
    if (result != SQLITE_OK) return result;
    query->phrases[number] = (na_phrase){.columns = columns};
    query->phrase_count++;
    return SQLITE_OK;
}

int na_query_add_word(na_query *query, const char *word, size_t count, int is_prefix) {
    if (query->phrase_count == 0 || count == 0 || count + 1 > NA_TERM_LIMIT) return SQLITE_NOTFOUND;
    na_phrase *phrase = &query->phrases[query->phrase_count - 1];
    if (phrase->count == phrase->capacity) {
        int capacity = phrase->capacity ? phrase->capacity * 2 : 1;
        na_token *grown = realloc(phrase->tokens, (size_t)capacity * sizeof *grown);
        if (grown == NULL) return SQLITE_NOMEM;
        phrase->tokens = grown;
        phrase->capacity = capacity;
    }
    na_token *token = &phrase->tokens[phrase->count++];
    token->bytes[0] = NA_MAIN_INDEX;
    memcpy(token->bytes + 1, word, count);
    token->size = (int)count + 1;
    token->is_prefix = is_prefix;
    return SQLITE_OK;
}

int na_query_join(na_query *query, enum na_join join, size_t count) {
    if (count == 0 || count > (size_t)query->stack_count) return SQLITE_NOTFOUND;
    if (count == 1) return SQLITE_OK;
    na_node node = {.kind = join, .first = query->link_count, .count = (int)count};
    query->stack_count -= (int)count;
    for (size_t i = 0; i < count; i++) {
        int child = query->stack[query->stack_count + (int)i];
        if (query->nodes[child].depth >= node.depth) node.depth = query->nodes[child].depth + 1;
        query->links[query->link_count++] = child;
    }
    return push(query, node);
}

int na_query_join_near(na_query *query, size_t count, int64_t distance) {
    if (count < 2 || count > (size_t)query->stack_count) return SQLITE_NOTFOUND;
    na_phrase *phrases = &query->phrases[query->phrase_count - (int)count];
    for (size_t i = 0; i < count; i++)
        if (phrases[i].count != 1) return SQLITE_NOTFOUND;
    phrases->near_count = (int)count;
    phrases->near_distance = distance;
    return na_query_join(query, NA_ALL, count);
}

// MARK: Moving

int na_match_open(na_match *match, const na_query *query, na_index *index, int is_backward) {
    *match = (na_match){.query = query};
    if (query->stack_count != 1) return SQLITE_NOTFOUND;
    match->root = query->stack[0];
    match->leaves = calloc((size_t)query->phrase_count + 1, sizeof *match->leaves);
    match->keys = calloc((size_t)query->node_count + 1, sizeof *match->keys);
    if (match->leaves == NULL || match->keys == NULL) return SQLITE_NOMEM;
    for (int i = 0; i < query->node_count; i++) match->keys[i] = INT64_MIN;
    int result = SQLITE_OK;
    while (result == SQLITE_OK && match->opened < query->phrase_count) {
        const na_phrase *phrase = &query->phrases[match->opened];
        na_leaf *leaf = &match->leaves[match->opened];
        match->opened += phrase->near_count > 0 ? phrase->near_count : 1;
        result = phrase->count == 0       ? SQLITE_NOTFOUND
                 : phrase->near_count > 0 ? na_leaves_open_near(leaf, index, phrase, is_backward)
                                          : na_leaf_open(leaf, index, phrase, is_backward);
    }
    return result;
}

void na_match_close(na_match *match) {
    for (int i = 0; i < match->opened; i++) na_leaf_close(&match->leaves[i]);
    free(match->leaves);
    free(match->keys);
    *match = (na_match){0};
}

static int advance(na_match *match, int number, na_key key);

static int child(const na_match *match, const na_node *node, int i) { return match->query->links[node->first + i]; }

// Lets two words find each other before all parts are asked in turn.
static void approach(na_match *match, const na_node *node, na_key key) {
    int numbers[2] = {child(match, node, 0), child(match, node, 1)};
    na_leaf *leaves[2];
    for (int i = 0; i < 2; i++) {
        const na_node *part = &match->query->nodes[numbers[i]];
        if (part->kind != NA_TEXT || !match->leaves[part->first].is_stream) return;
        leaves[i] = &match->leaves[part->first];
    }
    na_posting_lists_approach(&leaves[0]->list, &leaves[1]->list, key);
    for (int i = 0; i < 2; i++) match->keys[numbers[i]] = leaves[i]->key = leaves[i]->list.key;
}

static int advance_all(na_match *match, const na_node *node, na_key *key) {
    approach(match, node, *key);
    for (int i = 0, agreeing = 0; agreeing < node->count; i = (i + 1) % node->count) {
        int number = child(match, node, i);
        int result = advance(match, number, *key);
        if (result != SQLITE_OK) return result;
        agreeing = match->keys[number] == *key ? agreeing + 1 : 1;
        *key = match->keys[number];
        if (*key == NA_NO_KEY) break;
    }
    return SQLITE_OK;
}

static int advance_any(na_match *match, const na_node *node, na_key *key) {
    na_key least = NA_NO_KEY;
    for (int i = 0; i < node->count; i++) {
        int number = child(match, node, i);
        int result = advance(match, number, *key);
        if (result != SQLITE_OK) return result;
        if (match->keys[number] < least) least = match->keys[number];
    }
    *key = least;
    return SQLITE_OK;
}

static int is_denied(na_match *match, const na_node *node, na_key key, int *denied) {
    *denied = 0;
    for (int i = 1; i < node->count && !*denied; i++) {
        int number = child(match, node, i);
        int result = advance(match, number, key);
        if (result != SQLITE_OK) return result;
        *denied = match->keys[number] == key;
    }
    return SQLITE_OK;
}

static int advance_but(na_match *match, const na_node *node, na_key *key) {
    int wanted = child(match, node, 0);
    for (int denied = 1; denied;) {
        int result = advance(match, wanted, *key);
        *key = match->keys[wanted];
        if (result != SQLITE_OK || *key == NA_NO_KEY) return result;
        result = is_denied(match, node, *key, &denied);
        if (result != SQLITE_OK) return result;
        if (denied) ++*key;
    }
    return SQLITE_OK;
}

static int advance(na_match *match, int number, na_key key) {
    if (match->keys[number] >= key) return SQLITE_OK;
    const na_node *node = &match->query->nodes[number];
    int result = SQLITE_OK;
    switch (node->kind) {
    case NA_ALL: result = advance_all(match, node, &key); break;
    case NA_ANY: result = advance_any(match, node, &key); break;
    case NA_BUT: result = advance_but(match, node, &key); break;
    default:
        result = na_leaf_advance(&match->leaves[node->first], key);
        key = match->leaves[node->first].key;
    }
    match->keys[number] = key;
    return result;
}

int na_match_advance(na_match *match, na_key key) { return advance(match, match->root, key); }

// MARK: Scores

// FTS5's constants of bm25: https://www.sqlite.org/fts5.html#the_bm25_function. In its very order of operations, so that
// the sums are the same to the last bit.
static double add_scores(const na_match *match, int number, na_key key, const double *weights, double size_term,
                         double sum) {
    if (match->keys[number] != key) return sum;
    const na_node *node = &match->query->nodes[number];
    if (node->kind == NA_TEXT) {
        double frequency = na_leaf_frequency(&match->leaves[node->first]);
        return sum + weights[node->first] * ((frequency * (1.2 + 1.0)) / (frequency + size_term));
    }
    int counted = node->kind == NA_BUT ? 1 : node->count;
    for (int i = 0; i < counted; i++) sum = add_scores(match, child(match, node, i), key, weights, size_term, sum);
    return sum;
}

double na_match_score(const na_match *match, const double *weights, double size_term) {
    return add_scores(match, match->root, na_match_key(match), weights, size_term, 0);
}

static int64_t estimate(const na_match *match, int number) {
    const na_node *node = &match->query->nodes[number];
    if (node->kind == NA_TEXT) return match->leaves[node->first].documents;
    int64_t result = estimate(match, child(match, node, 0));
    for (int i = 1; i < node->count && node->kind != NA_BUT; i++) {
        int64_t other = estimate(match, child(match, node, i));
        result = node->kind == NA_ANY ? result + other : other < result ? other : result;
    }
    return result;
}

int64_t na_match_estimate(const na_match *match) { return estimate(match, match->root); }
