#include "document_sizes.h"

#include <stdlib.h>
#include <string.h>

void na_document_sizes_close(na_document_sizes *sizes) {
    free(sizes->ids);
    free(sizes->sizes);
    *sizes = (na_document_sizes){0};
}

static int reserve(na_document_sizes *sizes, int count) {
    if (count <= sizes->capacity) return SQLITE_OK;
    int64_t *ids = realloc(sizes->ids, (size_t)count * sizeof *ids);
    if (ids != NULL) sizes->ids = ids;
    uint32_t *words = realloc(sizes->sizes, (size_t)count * sizeof *words);
    if (words != NULL) sizes->sizes = words;
    if (ids == NULL || words == NULL) return SQLITE_NOMEM;
    sizes->capacity = count;
    return SQLITE_OK;
}

#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "The blocks of document_sizes are copied as they are."
#endif

// Reads the block that a row of the table is.
static int read_block(na_document_sizes *sizes, sqlite3_stmt *row) {
    enum { ENTRY_SIZE = sizeof *sizes->ids + sizeof *sizes->sizes };
    const uint8_t *bytes = sqlite3_column_blob(row, 0);
    int size = sqlite3_column_bytes(row, 0), count = size / ENTRY_SIZE;
    sizes->count = sizes->at = 0;
    if (bytes == NULL || count == 0 || size % ENTRY_SIZE != 0) return SQLITE_NOTFOUND;
    int result = reserve(sizes, count);
    if (result != SQLITE_OK) return result;
    memcpy(sizes->ids, bytes, (size_t)count * sizeof *sizes->ids);
    memcpy(sizes->sizes, bytes + (size_t)count * sizeof *sizes->ids, (size_t)count * sizeof *sizes->sizes);
    for (int i = 1; i < count; i++)
        if (sizes->ids[i] <= sizes->ids[i - 1]) return SQLITE_NOTFOUND;
    sizes->count = count;
    return SQLITE_OK;
}

static int load_block(na_document_sizes *sizes, int64_t id) {
    sqlite3_stmt *block;
    sizes->count = 0;
    int result = na_index_statement(sizes->index, NA_SIZE_BLOCK, &block);
    if (result != SQLITE_OK) return result;
    sqlite3_bind_int64(block, 1, id);
    result = sqlite3_step(block);
    result = result == SQLITE_ROW ? read_block(sizes, block) : result == SQLITE_DONE ? SQLITE_OK : result;
    sqlite3_reset(block);
    return result;
}

// From FTS5's own row: of a single article, or of one that is in no block.
static int read_row(na_document_sizes *sizes, int64_t id, int64_t *words) {
    sqlite3_stmt *row;
    int result = na_index_statement(sizes->index, NA_SIZE_ROW, &row);
    if (result != SQLITE_OK) return result;
    sqlite3_bind_int64(row, 1, id);
    result = sqlite3_step(row);
    if (result == SQLITE_ROW) {
        const uint8_t *at = sqlite3_column_blob(row, 0), *end = at + sqlite3_column_bytes(row, 0);
        *words = 0;
        result = SQLITE_OK;
        while (at < end && result == SQLITE_OK) {
            uint64_t number;
            int size = na_varint(at, end, &number);
            if (size == 0 || number > INT32_MAX) result = SQLITE_NOTFOUND;
            else *words += (int64_t)number;
            at += size;
        }
    } else if (result == SQLITE_DONE) {
        result = SQLITE_NOTFOUND;
    }
    sqlite3_reset(row);
    return result;
}

// The place of an id in the block at hand; -1 when it is not there. It is mostly near the last one.
static int place(na_document_sizes *sizes, int64_t id) {
    int at = sizes->at, low = 0, high = sizes->count;
    for (int near = 0; near < 8; near++) {
        if (sizes->ids[at] == id) return sizes->at = at;
        int is_behind = sizes->ids[at] < id;
        if (is_behind) low = at + 1;
        else high = at;
        if (low >= high) return -1;
        at += is_behind ? 1 : -1;
    }
    while (low < high) {
        int middle = low + (high - low) / 2;
        if (sizes->ids[middle] < id) low = middle + 1;
        else high = middle;
    }
    if (low == sizes->count || sizes->ids[low] != id) return -1;
    return sizes->at = low;
}

int na_document_size(na_document_sizes *sizes, int64_t id, int64_t *words) {
    if (sizes->is_sparse) return read_row(sizes, id, words);
    int is_outside = sizes->count == 0 || id < sizes->ids[0] || id > sizes->ids[sizes->count - 1];
    if (is_outside) {
        int result = load_block(sizes, id);
        if (result != SQLITE_OK) return result;
    }
    int found = sizes->count > 0 ? place(sizes, id) : -1;
    if (found < 0) return read_row(sizes, id, words);
    *words = sizes->sizes[found];
    return SQLITE_OK;
}

static int append(const na_document_sizes *block, int64_t **ids, size_t *count, size_t *capacity) {
    size_t wanted = *count + (size_t)block->count;
    if (wanted > *capacity) {
        *capacity = wanted * 2;
        int64_t *grown = realloc(*ids, *capacity * sizeof *grown);
        if (grown == NULL) return SQLITE_NOMEM;
        *ids = grown;
    }
    if (*count > 0 && block->count > 0 && (*ids)[*count - 1] >= block->ids[0]) return SQLITE_NOTFOUND;
    memcpy(*ids + *count, block->ids, (size_t)block->count * sizeof **ids);
    *count = wanted;
    return SQLITE_OK;
}

int na_all_documents(na_index *index, int64_t **ids, size_t *count) {
    na_document_sizes block = {.index = index};
    size_t capacity = 0;
    *ids = NULL;
    *count = 0;
    sqlite3_stmt *blocks;
    int result = na_index_statement(index, NA_SIZE_BLOCKS, &blocks);
    while (result == SQLITE_OK && (result = sqlite3_step(blocks)) == SQLITE_ROW) {
        result = na_is_stopped(index->stop) ? SQLITE_INTERRUPT : read_block(&block, blocks);
        if (result == SQLITE_OK) result = append(&block, ids, count, &capacity);
    }
    sqlite3_reset(blocks);
    na_document_sizes_close(&block);
    return result == SQLITE_DONE ? SQLITE_OK : result;
}
