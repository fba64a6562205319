#include "../include/ranked_search.h"

#include <math.h>
#include <stdlib.h>

#include "document_sizes.h"
#include "query.h"

enum {
    // Fewer than one article in so many: a row each is read rather than a block.
    SPARSE_SHARE = 128,
    SLOTS_PER_MINUTE = 1024,
    // Articles of up to so many words: what their size does to a score is worked out once.
    SIZE_LIMIT = 4096,
    STEPS_PER_CHECK = 4096
};

// The best hits so far, the worst of them first.
typedef struct na_heap {
    na_hit *hits;
    size_t count, capacity, limit;
} na_heap;

typedef struct ranking {
    const na_search *search;
    na_match match;
    na_document_sizes sizes;
    na_heap heap;
    double *weights;
    double average_size;
    // 0 where it was not worked out yet.
    double size_terms[SIZE_LIMIT];
    // The logarithm of what no score exceeds.
    double best_rank;
} ranking;

// MARK: The heap

static int is_worse(const na_hit *one, const na_hit *other) {
    return one->rank != other->rank ? one->rank < other->rank : one->id < other->id;
}

static void sink(na_heap *heap, size_t at) {
    for (size_t below; (below = 2 * at + 1) < heap->count; at = below) {
        if (below + 1 < heap->count && is_worse(&heap->hits[below + 1], &heap->hits[below])) below++;
        if (!is_worse(&heap->hits[below], &heap->hits[at])) return;
        na_hit hit = heap->hits[at];
        heap->hits[at] = heap->hits[below];
        heap->hits[below] = hit;
    }
}

static int insert(na_heap *heap, na_hit hit) {
    if (heap->count == heap->limit) {
        heap->hits[0] = hit;
        sink(heap, 0);
        return SQLITE_OK;
    }
    if (heap->count == heap->capacity) {
        // Not as many as are asked for, which may be more than there are.
        size_t capacity = heap->capacity ? heap->capacity * 2 : 32;
        na_hit *grown = realloc(heap->hits, capacity * sizeof *grown);
        if (grown == NULL) return SQLITE_NOMEM;
        heap->hits = grown;
        heap->capacity = capacity;
    }
    size_t at = heap->count++;
    for (; at > 0 && is_worse(&hit, &heap->hits[(at - 1) / 2]); at = (at - 1) / 2)
        heap->hits[at] = heap->hits[(at - 1) / 2];
    heap->hits[at] = hit;
    return SQLITE_OK;
}

static void sort(na_heap *heap) {
    size_t count = heap->count;
    while (heap->count > 1) {
        na_hit worst = heap->hits[0];
        heap->hits[0] = heap->hits[--heap->count];
        sink(heap, 0);
        heap->hits[heap->count] = worst;
    }
    heap->count = count;
}

// MARK: Ranks

static double half_lives(const ranking *ranking, int64_t id) {
    const na_search *search = ranking->search;
    if (id < search->first_dated) id = search->first_dated;
    // Down to the minute, also before 1970.
    int64_t minute = (id - (((id % SLOTS_PER_MINUTE) + SLOTS_PER_MINUTE) % SLOTS_PER_MINUTE)) / SLOTS_PER_MINUTE;
    return (double)minute / search->half_life;
}

static int is_recent(const ranking *ranking) { return ranking->search->half_life > 0; }

static int prepare_weights(ranking *ranking) {
    int count = ranking->match.query->phrase_count;
    ranking->weights = calloc((size_t)count + 1, sizeof *ranking->weights);
    if (ranking->weights == NULL) return SQLITE_NOMEM;
    double articles = (double)ranking->search->index->documents, highest = 0;
    for (int i = 0; i < count; i++) {
        double hits = (double)ranking->match.leaves[i].documents;
        double weight = log((articles - hits + 0.5) / (hits + 0.5));
        // Also where a damaged index has more of them than there are, which has no logarithm.
        ranking->weights[i] = weight > 0 ? weight : 1e-6;
        highest += ranking->weights[i] * (1.2 + 1.0);
    }
    ranking->average_size = (double)ranking->search->index->tokens / articles;
    // A little more, for what rounding adds.
    ranking->best_rank = log2(highest) + 1e-9;
    return SQLITE_OK;
}

static double size_term(ranking *ranking, int64_t words) {
    if (words < SIZE_LIMIT && ranking->size_terms[words] > 0) return ranking->size_terms[words];
    double term = 1.2 * (1 - 0.75 + 0.75 * (double)words / ranking->average_size);
    if (words < SIZE_LIMIT) ranking->size_terms[words] = term;
    return term;
}

static int rank(ranking *ranking, int64_t id, na_hit *hit) {
    int64_t words = 0;
    int result = na_document_size(&ranking->sizes, id, &words);
    if (result != SQLITE_OK) return result;
    double score = na_match_score(&ranking->match, ranking->weights, size_term(ranking, words));
    *hit = (na_hit){.id = id, .score = score, .rank = score};
    if (is_recent(ranking)) hit->rank = log2(score) + half_lives(ranking, id);
    return SQLITE_OK;
}

// Whether nothing at this article or behind it, where all are older, can be among the best any more.
static int is_decided(const ranking *ranking, int64_t id) {
    const na_heap *heap = &ranking->heap;
    return is_recent(ranking) && heap->count == heap->limit
           && ranking->best_rank + half_lives(ranking, id) < heap->hits[0].rank;
}

static int consider(ranking *ranking, int64_t id) {
    const na_search *search = ranking->search;
    na_hit hit;
    int result = rank(ranking, id, &hit);
    if (result != SQLITE_OK) return result;
    na_heap *heap = &ranking->heap;
    if (heap->count == heap->limit && !is_worse(&heap->hits[0], &hit)) return SQLITE_OK;
    if (search->has_cursor && !is_worse(&hit, &search->cursor)) return SQLITE_OK;
    // Asked last, for it may look into tables: few articles come so far.
    int accepted = search->accepts == NULL ? 1 : search->accepts(search->context, id);
    if (accepted > 0) return insert(heap, hit);
    return accepted < 0 ? SQLITE_ABORT : SQLITE_OK;
}

// MARK: The way through the articles

static int64_t id_of(na_key key, int is_backward) { return is_backward ? -key : key; }

static int visit(const na_search *search, na_match *match, int is_backward, void *context,
                 int (*handle)(void *, int64_t)) {
    // Without the integers that have no negative or mean that there is no article.
    int64_t first = search->first_id > 1 - INT64_MAX ? search->first_id : 1 - INT64_MAX;
    int64_t last = search->last_id < INT64_MAX - 1 ? search->last_id : INT64_MAX - 1;
    na_key end = is_backward ? -first : last;
    int result = na_match_advance(match, is_backward ? -last : first);
    for (unsigned steps = 1; result == SQLITE_OK; steps++) {
        na_key key = na_match_key(match);
        if (key > end) return SQLITE_OK;
        if (steps % STEPS_PER_CHECK == 0 && na_is_stopped(search->stop)) return SQLITE_INTERRUPT;
        result = handle(context, id_of(key, is_backward));
        if (result == SQLITE_OK) result = na_match_advance(match, key + 1);
    }
    return result;
}

static int visit_ranked(void *context, int64_t id) {
    ranking *ranking = context;
    return is_decided(ranking, id) ? SQLITE_DONE : consider(ranking, id);
}

static int find_best(ranking *ranking, const na_query *query) {
    const na_search *search = ranking->search;
    int is_backward = is_recent(ranking);
    int result = na_index_begin(search->index, search->stop);
    if (result != SQLITE_OK || search->index->documents <= 0 || search->limit == 0) return result;
    if (search->index->tokens <= 0) return SQLITE_NOTFOUND;
    result = na_match_open(&ranking->match, query, search->index, is_backward);
    if (result != SQLITE_OK) return result;
    int64_t estimate = na_match_estimate(&ranking->match);
    if (estimate == 0) return SQLITE_OK;
    result = prepare_weights(ranking);
    ranking->sizes = (na_document_sizes){
        .index = search->index, .is_sparse = estimate < search->index->documents / SPARSE_SHARE};
    if (result == SQLITE_OK) result = visit(search, &ranking->match, is_backward, ranking, visit_ranked);
    return result == SQLITE_DONE ? SQLITE_OK : result;
}

int na_search_best(const na_query *query, const na_search *search, na_hit **hits, size_t *count) {
    // Too large for the stack of a thread.
    ranking *ranking = calloc(1, sizeof *ranking);
    *hits = NULL;
    *count = 0;
    if (ranking == NULL) return SQLITE_NOMEM;
    ranking->search = search;
    ranking->heap.limit = search->limit;
    int result = find_best(ranking, query);
    sort(&ranking->heap);
    *hits = ranking->heap.hits;
    *count = ranking->heap.count;
    na_document_sizes_close(&ranking->sizes);
    na_match_close(&ranking->match);
    na_index_end(search->index);
    free(ranking->weights);
    free(ranking);
    return result;
}

typedef struct batch {
    int64_t ids[512];
    size_t count;
    void *context;
    int (*handle)(void *, const int64_t *, size_t);
} batch;

static int hand_over(batch *batch) {
    size_t count = batch->count;
    batch->count = 0;
    return count == 0 ? SQLITE_OK : batch->handle(batch->context, batch->ids, count);
}

static int add_to_batch(void *context, int64_t id) {
    batch *batch = context;
    batch->ids[batch->count++] = id;
    return batch->count == sizeof batch->ids / sizeof *batch->ids ? hand_over(batch) : SQLITE_OK;
}

int na_search_each(const na_query *query, const na_search *search, int is_upward, void *context,
                   int (*handle)(void *, const int64_t *, size_t)) {
    na_match match = {0};
    batch batch = {.context = context, .handle = handle};
    int result = na_index_begin(search->index, search->stop);
    if (result == SQLITE_OK) result = na_match_open(&match, query, search->index, !is_upward);
    if (result == SQLITE_OK) result = visit(search, &match, !is_upward, &batch, add_to_batch);
    if (result == SQLITE_OK) result = hand_over(&batch);
    na_match_close(&match);
    na_index_end(search->index);
    return result;
}
