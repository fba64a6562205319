#include "find.h"

#include <limits.h>
#include <string.h>

#include "tokenizer.h"

typedef struct search {
    const na_wanted_list *wanted;
    // The bytes that wanted words begin with: most words of a text are turned away by their first one.
    uint64_t first[4];
    na_found *found;
    size_t capacity, count;
    uint32_t positions;
    na_word_range *ranges;
    size_t range_capacity;
    // A pair of which the first character alone was wanted; the next word says where that ends. Not where both characters
    // come from one of the text: a kana and its voicing.
    na_found *open;
} search;

static int compare(const na_wanted_list *list, const na_wanted *wanted, const uint8_t *word, size_t count) {
    size_t shared = wanted->count < count ? wanted->count : count;
    int order = memcmp(list->bytes + wanted->start, word, shared);
    return order != 0 ? order : wanted->count < count ? -1 : wanted->count > count;
}

// The last wanted word that does not come after `word`. Every wanted word that `word` begins with also begins that one.
static int32_t last_up_to(const na_wanted_list *list, const uint8_t *word, size_t count) {
    size_t low = 0, high = list->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare(list, &list->words[middle], word, count) > 0) high = middle;
        else low = middle + 1;
    }
    return (int32_t)low - 1;
}

static void add(search *search, const na_wanted *wanted, int is_longer, int start, int end) {
    if (search->count < search->capacity) {
        na_found *found = &search->found[search->count];
        *found = (na_found){wanted->number, search->positions - 1, (uint32_t)start, (uint32_t)end};
        if (is_longer && wanted->is_character) search->open = found;
    }
    search->count++;
}

static int look_at(void *context, int is_colocated, const char *word, int count, int start, int end) {
    search *search = context;
    const uint8_t *bytes = (const uint8_t *)word;
    if (!is_colocated || search->positions == 0) {
        if (search->positions < search->range_capacity)
            search->ranges[search->positions] = (na_word_range){(uint32_t)start, (uint32_t)end};
        search->positions++;
    }
    if (search->open != NULL) {
        uint32_t next = (uint32_t)start;
        if (next > search->open->start && next < search->open->end) search->open->end = next;
        search->open = NULL;
    }
    if (!(search->first[bytes[0] >> 6] >> (bytes[0] & 63) & 1)) return 0;
    const na_wanted_list *list = search->wanted;
    for (int32_t i = last_up_to(list, bytes, (size_t)count); i >= 0; i = list->words[i].parent) {
        const na_wanted *wanted = &list->words[i];
        int is_longer = wanted->count < (size_t)count;
        if (is_longer ? !wanted->is_prefix : wanted->count > (size_t)count) continue;
        if (memcmp(list->bytes + wanted->start, bytes, wanted->count) == 0) add(search, wanted, is_longer, start, end);
    }
    return 0;
}

size_t na_find(const uint8_t *text, size_t count, const na_wanted_list *wanted, na_found *found, size_t capacity,
               uint32_t *positions, na_word_range *ranges, size_t range_capacity) {
    search search = {
        .wanted = wanted, .found = found, .capacity = capacity, .ranges = ranges, .range_capacity = range_capacity};
    for (size_t i = 0; i < wanted->count; i++) {
        const na_wanted *word = &wanted->words[i];
        uint8_t first = word->count > 0 ? wanted->bytes[word->start] : 0;
        search.first[first >> 6] |= 1ull << (first & 63);
    }
    // No text of SQLite is longer. The handler never asks to stop, so that the result says nothing.
    na_tokenize((const char *)text, count > INT_MAX ? INT_MAX : (int)count, 0, &search, look_at);
    if (positions != NULL) *positions = search.positions;
    return search.count;
}
