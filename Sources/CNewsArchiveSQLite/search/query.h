// A query as a tree, and its way through the articles.

#ifndef NA_QUERY_H
#define NA_QUERY_H

#include "../include/ranked_search.h"
#include "leaf.h"

enum { NA_TEXT = 3, NA_NODE_LIMIT = 512, NA_DEPTH_LIMIT = 64 };

typedef struct na_node {
    // NA_TEXT, or how the children are joined.
    int kind;
    int depth;
    // Its phrase's number; or its first child's place among the links, and how many there are.
    int first, count;
} na_node;

struct na_query {
    na_phrase *phrases;
    na_node *nodes;
    int *links, *stack;
    int phrase_count, node_count, link_count, stack_count;
};

// A query that is being answered. Nodes and leaves are numbered as in the query.
typedef struct na_match {
    const na_query *query;
    na_leaf *leaves;
    na_key *keys;
    int opened;
    int root;
} na_match;

int na_match_open(na_match *match, const na_query *query, na_index *index, int is_backward);
void na_match_close(na_match *match);

// Moves to the first article found whose key is `key` or more, if it does not stand on one.
int na_match_advance(na_match *match, na_key key);
static inline na_key na_match_key(const na_match *match) { return match->keys[match->root]; }

// Calls nothing, but adds up: `weight` is what a leaf is worth by its number and how often it stands in the article.
double na_match_score(const na_match *match, const double *weights, double size_term);

// No more articles than this are found.
int64_t na_match_estimate(const na_match *match);

#endif
