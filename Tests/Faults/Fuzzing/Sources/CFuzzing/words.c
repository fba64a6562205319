#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "../../../../../Sources/CNewsArchiveSQLite/include/find.h"
#include "../../../../../Sources/CNewsArchiveSQLite/include/fold.h"
#include "../../../../../Sources/CNewsArchiveSQLite/include/tokenizer.h"
#include "CFuzzing.h"

// What must always hold; libFuzzer keeps the input for which it does not.
static void require(int holds) {
    if (!holds) abort();
}

static void fold(const uint8_t *bytes, size_t count, int split) {
    size_t needed = na_fold(bytes, count, split, NULL, 0);
    // Exactly as much room as is needed, so that the address sanitizer sees a byte too many.
    uint8_t *folded = malloc(needed + 1);
    require(na_fold(bytes, count, split, folded, needed) == needed);
    free(folded);
}

typedef struct place {
    size_t text;
    int end;
} place;

static int look_at(void *context, int is_colocated, const char *word, int count, int start, int end) {
    place *place = context;
    (void)is_colocated;
    require(count > 0 && word[0] != 0);
    require(0 <= start && start < end && (size_t)end <= place->text);
    place->end = end;
    return 0;
}

static void find(const uint8_t *bytes, size_t count) {
    // The first bytes are the word, up to eight of them; the rest is the text.
    size_t size = count < 8 ? count : 8;
    na_wanted wanted = {.start = 0, .count = (uint32_t)size, .parent = -1, .is_prefix = 1, .is_character = 1};
    na_wanted_list list = {.bytes = bytes, .words = &wanted, .count = size ? 1 : 0};
    uint32_t positions = 0;
    na_found few[2];
    size_t found = na_find(bytes, count, &list, few, 2, &positions, NULL, 0);
    na_found *all = malloc((found + 1) * sizeof *all);
    na_word_range *ranges = malloc((positions + 1) * sizeof *ranges);
    require(na_find(bytes, count, &list, all, found, &positions, ranges, positions) == found);
    for (size_t i = 0; i < found; i++)
        require(all[i].start < all[i].end && all[i].end <= count && all[i].position < positions);
    free(all);
    free(ranges);
}

int fuzz_words(const uint8_t *bytes, size_t count) {
    // A copy of exactly that size, at a place of its own.
    uint8_t *copy = malloc(count + 1);
    if (count) memcpy(copy, bytes, count);
    uint8_t *exact = realloc(copy, count ? count : 1);
    fold(exact, count, 0);
    fold(exact, count, 1);
    place place = {count, 0};
    na_tokenize((const char *)exact, (int)count, 0, &place, look_at);
    na_tokenize((const char *)exact, (int)count, 1, &place, look_at);
    find(exact, count);
    free(exact);
    return 0;
}
