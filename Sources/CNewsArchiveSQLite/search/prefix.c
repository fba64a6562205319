// Words that begin so, which may be a tenth of all words of all articles: their doclists are added up, article by article,
// in one pass over the pages that they stand on.

#include <stdlib.h>
#include <string.h>

#include "../include/tokenizer.h"
#include "../fold_core.h"
#include "document_sizes.h"
#include "leaf.h"
#include "positions.h"
#include "prefix_words.h"

enum {
    // So many entries are kept as they come; more are added up in an array with a place for every article.
    LOOSE_LIMIT = 1 << 16,
    // Entries that are added up together: while the memory that one of them needs is on its way, others are seen to.
    BATCH_SIZE = 64
};

// An article, and the sum of its frequencies.
typedef struct sum {
    int64_t id;
    int64_t frequency;
} sum;

typedef struct prefix_search {
    na_index *index;
    const na_phrase *phrase;
    na_found loose;
    sum *sums;
    size_t count;
    // The first article of equal parts of the ids.
    uint32_t *parts;
    int part_shift;
    sum batch[BATCH_SIZE];
    int batched;
} prefix_search;

// MARK: Adding up

static size_t part_of(const prefix_search *search, int64_t id) {
    return (size_t)(((uint64_t)id - (uint64_t)search->sums[0].id) >> search->part_shift);
}

static int make_parts(prefix_search *search) {
    uint64_t span = (uint64_t)search->sums[search->count - 1].id - (uint64_t)search->sums[0].id;
    while (span >> search->part_shift >= search->count) search->part_shift++;
    size_t part_count = (size_t)(span >> search->part_shift) + 2;
    search->parts = malloc(part_count * sizeof *search->parts);
    if (search->parts == NULL) return SQLITE_NOMEM;
    size_t part = 0;
    for (size_t i = 0; i < search->count; i++)
        for (size_t own = part_of(search, search->sums[i].id); part <= own;) search->parts[part++] = (uint32_t)i;
    while (part < part_count) search->parts[part++] = (uint32_t)search->count;
    return SQLITE_OK;
}

// The place of an article, which is in a part of the ids.
static size_t place_in(const prefix_search *search, size_t part, int64_t id) {
    size_t at = search->parts[part], end = search->parts[part + 1];
    // Where many share a part they are halved.
    while (end - at > 8) {
        size_t middle = at + (end - at) / 2;
        if (search->sums[middle].id <= id) at = middle;
        else end = middle;
    }
    while (at < end && search->sums[at].id < id) at++;
    return at;
}

static int add_batch(prefix_search *search) {
    size_t parts[BATCH_SIZE];
    int64_t first = search->sums[0].id, last = search->sums[search->count - 1].id;
    for (int i = 0; i < search->batched; i++) {
        if (search->batch[i].id < first || search->batch[i].id > last) return SQLITE_NOTFOUND;
        parts[i] = part_of(search, search->batch[i].id);
        __builtin_prefetch(&search->parts[parts[i]]);
    }
    for (int i = 0; i < search->batched; i++) __builtin_prefetch(&search->sums[search->parts[parts[i]]]);
    for (int i = 0; i < search->batched; i++) {
        size_t at = place_in(search, parts[i], search->batch[i].id);
        if (at == search->count || search->sums[at].id != search->batch[i].id) return SQLITE_NOTFOUND;
        search->sums[at].frequency += search->batch[i].frequency;
    }
    search->batched = 0;
    return SQLITE_OK;
}

static int add_sum(prefix_search *search, int64_t id, uint32_t frequency) {
    search->batch[search->batched++] = (sum){id, frequency};
    return search->batched < BATCH_SIZE ? SQLITE_OK : add_batch(search);
}

static int begin_sums(prefix_search *search) {
    int64_t *ids;
    int result = na_all_documents(search->index, &ids, &search->count);
    if (result == SQLITE_OK && (search->count == 0 || search->count > UINT32_MAX)) result = SQLITE_NOTFOUND;
    if (result == SQLITE_OK) {
        search->sums = malloc(search->count * sizeof *search->sums);
        if (search->sums == NULL) result = SQLITE_NOMEM;
    }
    for (size_t i = 0; i < search->count && result == SQLITE_OK; i++) search->sums[i] = (sum){ids[i], 0};
    free(ids);
    if (result == SQLITE_OK) result = make_parts(search);
    for (size_t i = 0; i < search->loose.count && result == SQLITE_OK; i++)
        result = add_sum(search, search->loose.ids[i], search->loose.frequencies[i]);
    search->loose.count = 0;
    return result;
}

static int add(prefix_search *search, int64_t id, uint32_t frequency) {
    if (search->sums != NULL) return add_sum(search, id, frequency);
    if (search->loose.count < LOOSE_LIMIT) return na_found_append(&search->loose, id, frequency);
    int result = begin_sums(search);
    return result == SQLITE_OK ? add_sum(search, id, frequency) : result;
}

static int add_entry(void *context, const na_entry *entry) {
    prefix_search *search = context;
    if (entry->position_size == 0) return SQLITE_OK;
    uint32_t frequency =
        na_frequency(entry->positions, entry->position_size, search->phrase->columns, entry->readable);
    return frequency > 0 ? add(search, entry->id, frequency) : SQLITE_OK;
}

// MARK: What was found

static int compare_ids(const void *one, const void *other) {
    int64_t first = ((const int64_t *)one)[0], second = ((const int64_t *)other)[0];
    return first < second ? -1 : first > second;
}

// Few entries: sorted, and those of one article put together.
static int collect_loose(prefix_search *search, na_found *found) {
    size_t count = search->loose.count;
    int64_t(*pairs)[2] = malloc((count + 1) * sizeof *pairs);
    if (pairs == NULL) return SQLITE_NOMEM;
    for (size_t i = 0; i < count; i++) {
        pairs[i][0] = search->loose.ids[i];
        pairs[i][1] = search->loose.frequencies[i];
    }
    qsort(pairs, count, sizeof *pairs, compare_ids);
    int result = SQLITE_OK;
    for (size_t i = 0; i < count && result == SQLITE_OK; i++) {
        if (found->count > 0 && found->ids[found->count - 1] == pairs[i][0])
            found->frequencies[found->count - 1] += (uint32_t)pairs[i][1];
        else result = na_found_append(found, pairs[i][0], (uint32_t)pairs[i][1]);
    }
    free(pairs);
    return result;
}

static int collect(prefix_search *search, na_found *found) {
    if (search->sums == NULL) return collect_loose(search, found);
    int result = add_batch(search);
    for (size_t i = 0; i < search->count && result == SQLITE_OK; i++)
        if (search->sums[i].frequency > 0)
            result = na_found_append(found, search->sums[i].id, (uint32_t)search->sums[i].frequency);
    return result;
}

// In scripts without spaces two words can stand in one place, which counts once where both begin so: their positions are
// needed.
static int can_share_places(const na_token *prefix) {
    size_t length;
    uint32_t scalar = na_next_scalar(prefix->bytes + 1, (size_t)prefix->size - 1, &length);
    return na_is_ideograph(scalar);
}

int na_find_prefix(na_index *index, const na_phrase *phrase, na_found *found) {
    if (can_share_places(&phrase->tokens[0])) return na_find_word(index, phrase, found);
    prefix_search search = {.index = index, .phrase = phrase};
    int result = na_each_entry_of_prefix(index, &phrase->tokens[0], &search, add_entry);
    if (result == SQLITE_OK) result = collect(&search, found);
    free(search.loose.ids);
    free(search.loose.frequencies);
    free(search.sums);
    free(search.parts);
    return result;
}
