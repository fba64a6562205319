#include "leaf.h"

#include <stdlib.h>

#include "positions.h"

int na_articles_reserve(na_articles *found, size_t capacity) {
    if (capacity <= found->capacity) return SQLITE_OK;
    int64_t *ids = realloc(found->ids, capacity * sizeof *ids);
    if (ids != NULL) found->ids = ids;
    uint32_t *frequencies = realloc(found->frequencies, capacity * sizeof *frequencies);
    if (frequencies != NULL) found->frequencies = frequencies;
    if (ids == NULL || frequencies == NULL) return SQLITE_NOMEM;
    found->capacity = capacity;
    return SQLITE_OK;
}

int na_articles_append(na_articles *found, int64_t id, uint32_t frequency) {
    if (found->count == found->capacity) {
        int result = na_articles_reserve(found, found->capacity ? found->capacity * 2 : 256);
        if (result != SQLITE_OK) return result;
    }
    found->ids[found->count] = id;
    found->frequencies[found->count++] = frequency;
    return SQLITE_OK;
}

int na_token_list_open(na_posting_list *list, na_index *index, const na_token *token) {
    if (token->is_prefix) return na_prefix_list_open(list, index, token);
    return na_posting_list_open(list, index, token->bytes, token->size, 0);
}

int na_find_word(na_index *index, const na_phrase *phrase, na_articles *found) {
    na_posting_list list;
    int result = na_token_list_open(&list, index, &phrase->tokens[0]);
    if (result == SQLITE_OK) result = na_posting_list_advance(&list, INT64_MIN + 1);
    while (result == SQLITE_OK && list.key != NA_NO_KEY) {
        uint32_t frequency = na_frequency(list.positions, list.position_size, phrase->columns, list.readable);
        if (frequency > 0) result = na_articles_append(found, list.key, frequency);
        if (result == SQLITE_OK) result = na_posting_list_advance(&list, list.key + 1);
    }
    na_posting_list_close(&list);
    return result;
}

int na_leaf_open(na_leaf *leaf, na_index *index, const na_phrase *phrase, int is_backward) {
    *leaf = (na_leaf){.is_backward = is_backward, .key = INT64_MIN};
    const na_token *first = &phrase->tokens[0];
    int result = SQLITE_OK;
    if (phrase->count == 1 && !first->is_prefix && phrase->columns == NA_ANYWHERE) {
        leaf->is_stream = 1;
        result = na_posting_list_open(&leaf->list, index, first->bytes, first->size, is_backward);
        leaf->documents = leaf->list.documents;
        return result;
    }
    if (phrase->columns != 0)
        result = phrase->count > 1    ? na_find_phrase(index, phrase, &leaf->found)
                 : first->is_prefix ? na_find_prefix(index, phrase, &leaf->found)
                                    : na_find_word(index, phrase, &leaf->found);
    leaf->documents = (int64_t)leaf->found.count;
    leaf->at = is_backward ? leaf->found.count : 0;
    return result;
}

int na_leaves_open_near(na_leaf *leaves, na_index *index, const na_phrase *phrases, int is_backward) {
    int count = phrases->near_count;
    for (int i = 0; i < count; i++) leaves[i] = (na_leaf){.is_backward = is_backward, .key = INT64_MIN};
    int result = na_find_near(index, phrases, count, phrases->near_distance, leaves);
    for (int i = 0; i < count; i++) leaves[i].at = is_backward ? leaves[i].found.count : 0;
    return result;
}

void na_leaf_close(na_leaf *leaf) {
    if (leaf->is_stream) na_posting_list_close(&leaf->list);
    free(leaf->found.ids);
    free(leaf->found.frequencies);
    leaf->found = (na_articles){0};
}

// The first place at or behind `low` whose id is `id` or more. The one wanted is near.
static size_t first_at_least(const na_articles *found, size_t low, int64_t id) {
    size_t step = 1, high = low;
    while (high < found->count && found->ids[high] < id) {
        low = high + 1;
        high += step;
        step *= 2;
    }
    if (high > found->count) high = found->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (found->ids[middle] < id) low = middle + 1;
        else high = middle;
    }
    return low;
}

// Downwards `at` is the place behind the article stood on.
static int advance_downwards(na_leaf *leaf, int64_t id) {
    const na_articles *found = &leaf->found;
    size_t high = leaf->at, step = 1, low = high;
    while (low > 0 && found->ids[low - 1] > id) {
        high = low - 1;
        low = low > step ? low - step : 0;
        step *= 2;
    }
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (found->ids[middle] <= id) low = middle + 1;
        else high = middle;
    }
    leaf->at = low;
    leaf->key = low > 0 ? -found->ids[low - 1] : NA_NO_KEY;
    return SQLITE_OK;
}

int na_leaf_seek(na_leaf *leaf, na_key key) {
    if (leaf->is_stream) {
        int result = na_posting_list_advance(&leaf->list, key);
        leaf->key = leaf->list.key;
        return result;
    }
    if (leaf->is_backward) return advance_downwards(leaf, -key);
    leaf->at = first_at_least(&leaf->found, leaf->at, key);
    leaf->key = leaf->at < leaf->found.count ? leaf->found.ids[leaf->at] : NA_NO_KEY;
    return SQLITE_OK;
}
