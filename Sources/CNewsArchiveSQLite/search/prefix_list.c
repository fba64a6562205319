// The places of all words that begin so, put together in memory as if they were one word.

#include <stdlib.h>
#include <string.h>

#include "places.h"
#include "positions.h"
#include "prefix_words.h"

// More places than these, some hundred megabytes, are left to FTS5.
enum { SPOT_LIMIT = 1 << 22 };

typedef struct spot {
    int64_t id, place;
} spot;

typedef struct spots {
    spot *at;
    size_t count, capacity;
    na_places places;
} spots;

static int add_spot(spots *spots, int64_t id, int64_t place) {
    if (spots->count == SPOT_LIMIT) return SQLITE_NOTFOUND;
    if (spots->count == spots->capacity) {
        size_t capacity = spots->capacity ? spots->capacity * 2 : 256;
        spot *grown = realloc(spots->at, capacity * sizeof *grown);
        if (grown == NULL) return SQLITE_NOMEM;
        spots->at = grown;
        spots->capacity = capacity;
    }
    spots->at[spots->count++] = (spot){id, place};
    return SQLITE_OK;
}

static int add_entries(void *context, const na_entry *entries, int count) {
    spots *spots = context;
    int result = SQLITE_OK;
    for (int i = 0; i < count && result == SQLITE_OK; i++) {
        result = na_places_read(&spots->places, entries[i].positions, entries[i].position_size);
        for (size_t j = 0; j < spots->places.count && result == SQLITE_OK; j++)
            result = add_spot(spots, entries[i].id, spots->places.at[j]);
    }
    return result;
}

static int compare(const void *one, const void *other) {
    const spot *first = one, *second = other;
    if (first->id != second->id) return first->id < second->id ? -1 : 1;
    return first->place < second->place ? -1 : first->place > second->place;
}

static uint8_t *put_varint(uint8_t *at, uint64_t value) {
    uint8_t bytes[10];
    int count = 0;
    do bytes[count++] = value & 0x7F;
    while (value >>= 7);
    while (count-- > 0) *at++ = (uint8_t)(bytes[count] | (count ? 0x80 : 0));
    return at;
}

// Writes a place as the index does; one that two words share is written once.
static uint8_t *put_place(uint8_t *at, int64_t place, int is_first, int64_t previous) {
    if (!is_first && place == previous) return at;
    int column = na_column(place), last = is_first ? 0 : na_column(previous);
    int64_t base = is_first || column != last ? (int64_t)column << 32 : previous;
    if (column != last) {
        *at++ = NA_COLUMN_MARK;
        *at++ = (uint8_t)column;
    }
    return put_varint(at, (uint64_t)(place - base) + 2);
}

static int fill(na_run *run, const spots *spots) {
    // A place takes 5 bytes at most, and 2 where its column begins.
    run->bytes = malloc(spots->count * 7 + 8);
    run->ids = malloc((spots->count + 1) * sizeof *run->ids);
    run->starts = malloc((spots->count + 1) * sizeof *run->starts);
    run->sizes = malloc((spots->count + 1) * sizeof *run->sizes);
    run->stretches = calloc(1, sizeof *run->stretches);
    if (!run->bytes || !run->ids || !run->starts || !run->sizes || !run->stretches) return SQLITE_NOMEM;
    uint8_t *at = run->bytes;
    for (size_t i = 0; i < spots->count; i++) {
        const spot *spot = &spots->at[i];
        int is_first = i == 0 || spot[-1].id != spot->id;
        if (is_first) {
            run->ids[run->count] = spot->id;
            run->starts[run->count++] = (uint32_t)(at - run->bytes);
        }
        at = put_place(at, spot->place, is_first, is_first ? 0 : spot[-1].place);
        run->sizes[run->count - 1] = (uint32_t)(at - run->bytes) - run->starts[run->count - 1];
    }
    run->byte_count = (size_t)(at - run->bytes);
    run->documents = run->count;
    if (run->count > 0) run->stretches[run->stretch_count++] = (na_stretch){.first_id = run->ids[0]};
    return SQLITE_OK;
}

int na_prefix_list_open(na_posting_list *list, na_index *index, const na_token *prefix) {
    *list = (na_posting_list){.key = INT64_MIN};
    spots spots = {0};
    int result = na_each_entry_of_prefix(index, prefix, &spots, add_entries);
    if (result == SQLITE_OK && spots.count > 0) qsort(spots.at, spots.count, sizeof *spots.at, compare);
    if (result == SQLITE_OK && (list->runs = calloc(1, sizeof *list->runs)) == NULL) result = SQLITE_NOMEM;
    if (result == SQLITE_OK) {
        list->run_count = 1;
        list->runs[0] = (na_run){.index = index, .key = INT64_MIN};
        result = fill(&list->runs[0], &spots);
        list->documents = list->runs[0].documents;
    }
    free(spots.at);
    free(spots.places.at);
    return result;
}
