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

// So many entries are kept as they come; more are added up in arrays with a place for every article.
enum { LOOSE_LIMIT = 1 << 16 };

typedef struct prefix_search {
    na_index *index;
    const na_phrase *phrase;
    na_articles loose;
    // All articles and the sums of their frequencies; NULL for as long as the entries are loose.
    int64_t *ids;
    uint32_t *sums;
    size_t count;
    // The first article of equal parts of the ids.
    uint32_t *parts;
    int part_shift;
} prefix_search;

// MARK: Adding up

static size_t part_of(const prefix_search *search, int64_t id) {
    return (size_t)(((uint64_t)id - (uint64_t)search->ids[0]) >> search->part_shift);
}

static int make_parts(prefix_search *search) {
    uint64_t span = (uint64_t)search->ids[search->count - 1] - (uint64_t)search->ids[0];
    while (span >> search->part_shift >= search->count) search->part_shift++;
    size_t part_count = (size_t)(span >> search->part_shift) + 2;
    search->parts = malloc(part_count * sizeof *search->parts);
    if (search->parts == NULL) return SQLITE_NOMEM;
    size_t part = 0;
    for (size_t i = 0; i < search->count; i++)
        for (size_t own = part_of(search, search->ids[i]); part <= own;) search->parts[part++] = (uint32_t)i;
    while (part < part_count) search->parts[part++] = (uint32_t)search->count;
    return SQLITE_OK;
}

// The place of an article, which is in a part of the ids.
static size_t place_in(const prefix_search *search, size_t part, int64_t id) {
    size_t at = search->parts[part], end = search->parts[part + 1];
    // Where many share a part they are halved.
    while (end - at > 8) {
        size_t middle = at + (end - at) / 2;
        if (search->ids[middle] <= id) at = middle;
        else end = middle;
    }
    while (at < end && search->ids[at] < id) at++;
    return at;
}

// In three rounds: while the memory that one entry needs is on its way, others are seen to.
static int add_sums(prefix_search *search, const int64_t *ids, const uint32_t *frequencies, int count) {
    size_t parts[NA_ENTRY_BATCH];
    int64_t first = search->ids[0], last = search->ids[search->count - 1];
    for (int i = 0; i < count; i++) {
        if (ids[i] < first || ids[i] > last) return SQLITE_NOTFOUND;
        parts[i] = part_of(search, ids[i]);
        __builtin_prefetch(&search->parts[parts[i]]);
    }
    for (int i = 0; i < count; i++) {
        __builtin_prefetch(&search->ids[search->parts[parts[i]]]);
        __builtin_prefetch(&search->sums[search->parts[parts[i]]]);
    }
    for (int i = 0; i < count; i++) {
        size_t at = place_in(search, parts[i], ids[i]);
        if (at == search->count || search->ids[at] != ids[i]) return SQLITE_NOTFOUND;
        search->sums[at] += frequencies[i];
    }
    return SQLITE_OK;
}

static int begin_sums(prefix_search *search) {
    int result = na_all_documents(search->index, &search->ids, &search->count);
    if (result != SQLITE_OK) return result;
    if (search->count == 0 || search->count > UINT32_MAX) return SQLITE_NOTFOUND;
    search->sums = calloc(search->count, sizeof *search->sums);
    result = search->sums == NULL ? SQLITE_NOMEM : make_parts(search);
    const na_articles *loose = &search->loose;
    for (size_t i = 0; i < loose->count && result == SQLITE_OK; i += NA_ENTRY_BATCH) {
        size_t left = loose->count - i, count = left < NA_ENTRY_BATCH ? left : NA_ENTRY_BATCH;
        result = add_sums(search, loose->ids + i, loose->frequencies + i, (int)count);
    }
    search->loose.count = 0;
    return result;
}

static int add_entries(void *context, const na_entry *entries, int count) {
    prefix_search *search = context;
    int64_t ids[NA_ENTRY_BATCH];
    uint32_t frequencies[NA_ENTRY_BATCH];
    int kept = 0, columns = search->phrase->columns, result = SQLITE_OK;
    for (int i = 0; i < count; i++) {
        ids[kept] = entries[i].id;
        frequencies[kept] =
            na_frequency(entries[i].positions, entries[i].position_size, columns, entries[i].readable);
        kept += frequencies[kept] > 0;
    }
    if (search->sums == NULL && search->loose.count >= LOOSE_LIMIT) result = begin_sums(search);
    if (result == SQLITE_OK && search->sums != NULL) return add_sums(search, ids, frequencies, kept);
    for (int i = 0; i < kept && result == SQLITE_OK; i++)
        result = na_articles_append(&search->loose, ids[i], frequencies[i]);
    return result;
}

// MARK: What was found

static int compare_ids(const void *one, const void *other) {
    int64_t first = ((const int64_t *)one)[0], second = ((const int64_t *)other)[0];
    return first < second ? -1 : first > second;
}

// Few entries: sorted, and those of one article put together.
static int collect_loose(prefix_search *search, na_articles *found) {
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
        else result = na_articles_append(found, pairs[i][0], (uint32_t)pairs[i][1]);
    }
    free(pairs);
    return result;
}

// What was added up: the arrays, without those articles that have no such word.
static void collect_sums(prefix_search *search, na_articles *found) {
    size_t kept = 0;
    for (size_t i = 0; i < search->count; i++) {
        search->ids[kept] = search->ids[i];
        search->sums[kept] = search->sums[i];
        kept += search->sums[i] > 0;
    }
    *found = (na_articles){.ids = search->ids, .frequencies = search->sums, .count = kept, .capacity = search->count};
    search->ids = NULL;
    search->sums = NULL;
}

static int collect(prefix_search *search, na_articles *found) {
    if (search->sums == NULL) return collect_loose(search, found);
    collect_sums(search, found);
    return SQLITE_OK;
}

// In scripts without spaces two words can stand in one place, which counts once where both begin so: their positions are
// needed.
static int can_share_places(const na_token *prefix) {
    size_t length;
    uint32_t scalar = na_next_scalar(prefix->bytes + 1, (size_t)prefix->size - 1, &length);
    return na_is_ideograph(scalar);
}

int na_find_prefix(na_index *index, const na_phrase *phrase, na_articles *found) {
    if (can_share_places(&phrase->tokens[0])) return na_find_word(index, phrase, found);
    prefix_search search = {.index = index, .phrase = phrase};
    int result = na_each_entry_of_prefix(index, &phrase->tokens[0], &search, add_entries);
    if (result == SQLITE_OK) result = collect(&search, found);
    free(search.loose.ids);
    free(search.loose.frequencies);
    free(search.ids);
    free(search.sums);
    free(search.parts);
    return result;
}
