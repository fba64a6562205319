// The SQL function that makes the blocks of the table document_sizes, for migrations and for the repository:
//
//     newsarchive_size_block(id, sz)
//
// an aggregate over rows of article_search_docsize, in any order.

#include <stdlib.h>

#include "../include/size_block.h"
#include "fulltext_index.h"

typedef struct entry {
    int64_t id;
    uint64_t words;
} entry;

typedef struct block {
    entry *entries;
    size_t count, capacity;
} block;

static void step(sqlite3_context *context, int count, sqlite3_value **values) {
    (void)count;
    block *block = sqlite3_aggregate_context(context, sizeof *block);
    if (block == NULL) return sqlite3_result_error_nomem(context);
    if (block->count == block->capacity) {
        size_t capacity = block->capacity ? block->capacity * 2 : 512;
        entry *grown = realloc(block->entries, capacity * sizeof *grown);
        if (grown == NULL) return sqlite3_result_error_nomem(context);
        block->entries = grown;
        block->capacity = capacity;
    }
    entry *entry = &block->entries[block->count++];
    *entry = (struct entry){.id = sqlite3_value_int64(values[0])};
    const uint8_t *at = sqlite3_value_blob(values[1]), *end = at + sqlite3_value_bytes(values[1]);
    while (at < end) {
        uint64_t number;
        int size = na_varint(at, end, &number);
        if (size == 0) return sqlite3_result_error(context, "not a row of article_search_docsize", -1);
        entry->words += number;
        at += size;
    }
}

static int compare(const void *one, const void *other) {
    int64_t first = ((const entry *)one)->id, second = ((const entry *)other)->id;
    return first < second ? -1 : first > second;
}

static uint8_t *put(uint8_t *at, uint64_t value, int size) {
    for (int i = 0; i < size; i++) *at++ = (uint8_t)(value >> 8 * i);
    return at;
}

static void finish(sqlite3_context *context) {
    block *block = sqlite3_aggregate_context(context, 0);
    if (block == NULL) return sqlite3_result_null(context);
    qsort(block->entries, block->count, sizeof *block->entries, compare);
    uint8_t *bytes = malloc(block->count * 12 + 1), *at = bytes;
    for (size_t i = 0; bytes != NULL && i < block->count; i++) at = put(at, (uint64_t)block->entries[i].id, 8);
    for (size_t i = 0; bytes != NULL && i < block->count; i++) at = put(at, block->entries[i].words, 4);
    free(block->entries);
    if (bytes == NULL) return sqlite3_result_error_nomem(context);
    sqlite3_result_blob64(context, bytes, (sqlite3_uint64)(at - bytes), free);
}

int na_register_size_block(sqlite3 *connection) {
    int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    return sqlite3_create_function_v2(
        connection, "newsarchive_size_block", 2, flags, NULL, NULL, step, finish, NULL);
}
