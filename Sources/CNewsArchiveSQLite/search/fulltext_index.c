#include "fulltext_index.h"

#include <stdlib.h>
#include <string.h>

enum {
    AVERAGES_ROW = 1,
    STRUCTURE_ROW = 10,
    FORMAT_VERSION = 4,
    COOKIE_SIZE = 4,
    SEGMENT_LIMIT = 2000,
    // What a page's own numbers can tell of, and as much again for where its terms begin.
    PAGE_LIMIT = 2 << 16,
    // A page's row has the segment's id above 31 bits of its number, 5 of its height and 1 that a leaf does not set.
    SEGMENT_SHIFT = 37
};

typedef struct reader {
    const uint8_t *at, *end;
    int failed;
} reader;

static int64_t read_number(reader *reader) {
    uint64_t value = 0;
    int size = na_varint(reader->at, reader->end, &value);
    if (size == 0 || value > INT64_MAX) reader->failed = 1;
    reader->at += size;
    return (int64_t)value;
}

static int step_to(na_index *index, sqlite3_stmt *page, int64_t row) {
    int result = sqlite3_step(page);
    index->page_row = result == SQLITE_ROW ? sqlite3_column_int64(page, 0) : 0;
    if (result != SQLITE_ROW && result != SQLITE_DONE) return result;
    return index->page_row == row ? SQLITE_OK : SQLITE_NOTFOUND;
}

// Lets go of the row, too: a statement left between its rows would hold its transaction open.
static void leave_row(na_index *index) {
    sqlite3_reset(index->statements[NA_PAGE]);
    index->page_row = 0;
}

// A row of the index. Valid until the next one is read.
static int read_row(na_index *index, int64_t row, reader *reader) {
    sqlite3_stmt *page;
    int result = na_index_statement(index, NA_PAGE, &page);
    if (result != SQLITE_OK) return result;
    result = SQLITE_NOTFOUND;
    if (index->page_row != 0 && index->page_row == row - 1) result = step_to(index, page, row);
    if (result == SQLITE_NOTFOUND) {
        leave_row(index);
        sqlite3_bind_int64(page, 1, row);
        result = step_to(index, page, row);
    }
    if (result != SQLITE_OK) return result;
    // Of no bytes there is no address.
    int size = sqlite3_column_bytes(page, 1);
    reader->at = size > 0 ? sqlite3_column_blob(page, 1) : (const uint8_t *)"";
    if (reader->at == NULL) return SQLITE_NOMEM;
    reader->end = reader->at + size;
    reader->failed = 0;
    return SQLITE_OK;
}

// The number in the first row of a statement; 0 where there is none.
static int read_number_of(na_index *index, enum na_statement name, int64_t *number) {
    sqlite3_stmt *statement;
    int result = na_index_statement(index, name, &statement);
    if (result != SQLITE_OK) return result;
    result = sqlite3_step(statement);
    *number = result == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
    sqlite3_reset(statement);
    return result == SQLITE_ROW || result == SQLITE_DONE ? SQLITE_OK : result;
}

// Other connections' changes are seen by the one number, our own by the other.
int na_index_check_surveys(na_index *index) {
    int64_t version;
    int result = read_number_of(index, NA_DATA_VERSION, &version);
    if (result != SQLITE_OK) return result;
    na_surveys_begin(&index->surveys, version, sqlite3_total_changes64(index->connection));
    return SQLITE_OK;
}

static int check_version(na_index *index) {
    int64_t version;
    int result = read_number_of(index, NA_VERSION, &version);
    if (result != SQLITE_OK) return result;
    return version == FORMAT_VERSION ? SQLITE_OK : SQLITE_NOTFOUND;
}

// How many articles there are, and how many words in each of the two columns.
static int read_averages(na_index *index) {
    reader reader;
    int result = read_row(index, AVERAGES_ROW, &reader);
    if (result != SQLITE_OK) return result;
    if (reader.at == reader.end) return SQLITE_OK;
    index->documents = read_number(&reader);
    int64_t headline = read_number(&reader), body = read_number(&reader);
    // More words than there are bytes in a database, and less than would overflow.
    const int64_t most = INT64_MAX / 4;
    if (reader.failed || reader.at != reader.end || headline > most || body > most) return SQLITE_NOTFOUND;
    index->tokens = headline + body;
    return SQLITE_OK;
}

// Whether another one of the segments read so far has the same id.
static int is_listed(const na_index *index, int count, const na_segment *segment) {
    for (int i = 0; i < count; i++)
        if (&index->segments[i] != segment && index->segments[i].id == segment->id) return 1;
    return 0;
}

// A level's segments are listed in the order in which they were written, the levels the other way round.
static int read_segments(na_index *index, reader *reader) {
    reader->at += COOKIE_SIZE;
    int64_t levels = read_number(reader), segments = read_number(reader);
    read_number(reader); // how often the index was written to
    if (reader->failed || levels > SEGMENT_LIMIT || segments > SEGMENT_LIMIT) return SQLITE_NOTFOUND;
    index->segments = calloc((size_t)segments + 1, sizeof *index->segments);
    if (index->segments == NULL) return SQLITE_NOMEM;
    for (int64_t level = 0; level < levels && !reader->failed; level++) {
        read_number(reader); // how many are being merged
        int64_t count = read_number(reader);
        if (count > segments - index->segment_count) return SQLITE_NOTFOUND;
        for (int64_t i = count - 1; i >= 0; i--) {
            na_segment *segment = &index->segments[index->segment_count + i];
            segment->id = read_number(reader);
            segment->first_page = read_number(reader);
            segment->last_page = read_number(reader);
            if (segment->id > UINT16_MAX || segment->last_page > INT32_MAX) return SQLITE_NOTFOUND;
            if (is_listed(index, (int)(index->segment_count + count), segment)) return SQLITE_NOTFOUND;
        }
        index->segment_count += (int)count;
    }
    int is_whole = !reader->failed && reader->at == reader->end && index->segment_count == segments;
    return is_whole ? SQLITE_OK : SQLITE_NOTFOUND;
}

static int read_structure(na_index *index) {
    reader reader;
    int result = read_row(index, STRUCTURE_ROW, &reader);
    if (result != SQLITE_OK) return result;
    return reader.end - reader.at < COOKIE_SIZE ? SQLITE_NOTFOUND : read_segments(index, &reader);
}

static const char *const sql_of[NA_STATEMENT_COUNT] = {
    [NA_DATA_VERSION] = "PRAGMA data_version",
    [NA_VERSION] = "SELECT v FROM article_search_config WHERE k = 'version'",
    [NA_PAGE] = "SELECT id, block FROM article_search_data WHERE id >= ?1 ORDER BY id",
    [NA_PAGE_OF_TERM] =
        "SELECT pgno >> 1 FROM article_search_idx WHERE segid = ?1 AND term <= ?2 ORDER BY term DESC LIMIT 1",
    [NA_PAGE_AFTER_TERM] =
        "SELECT pgno >> 1 FROM article_search_idx WHERE segid = ?1 AND term > ?2 ORDER BY term LIMIT 1",
    [NA_SIZE_BLOCK] = "SELECT sizes FROM document_sizes WHERE first_id <= ?1 ORDER BY first_id DESC LIMIT 1",
    [NA_SIZE_ROW] = "SELECT sz FROM article_search_docsize WHERE id = ?1",
    [NA_SIZE_BLOCKS] = "SELECT sizes FROM document_sizes ORDER BY first_id",
};

int na_index_statement(na_index *index, enum na_statement name, sqlite3_stmt **statement) {
    *statement = index->statements[name];
    if (*statement != NULL) return SQLITE_OK;
    int result = sqlite3_prepare_v3(
        index->connection, sql_of[name], -1, SQLITE_PREPARE_PERSISTENT, &index->statements[name], NULL);
    *statement = index->statements[name];
    // There is no such table.
    return (result & 0xFF) == SQLITE_ERROR ? SQLITE_NOTFOUND : result;
}

int na_index_new(sqlite3 *connection, na_index **made) {
    na_index *index = calloc(1, sizeof *index);
    *made = NULL;
    if (index == NULL) return SQLITE_NOMEM;
    index->connection = connection;
    // Says whether the tables are there; the others are prepared when they are first needed.
    sqlite3_stmt *version;
    int result = na_index_statement(index, NA_VERSION, &version);
    if (result == SQLITE_OK) *made = index;
    else na_index_free(index);
    return result;
}

void na_index_free(na_index *index) {
    if (index == NULL) return;
    na_surveys_forget(&index->surveys);
    for (int i = 0; i < NA_STATEMENT_COUNT; i++) sqlite3_finalize(index->statements[i]);
    free(index->segments);
    free(index);
}

int na_index_begin(na_index *index, const na_stop *stop) {
    index->stop = stop;
    index->documents = index->tokens = 0;
    index->segment_count = 0;
    // Where nothing is kept, the state is asked for when something is.
    int result = index->surveys.count > 0 ? na_index_check_surveys(index) : SQLITE_OK;
    if (result == SQLITE_OK) result = check_version(index);
    if (result == SQLITE_OK) result = read_averages(index);
    if (result == SQLITE_OK) result = read_structure(index);
    return result;
}

void na_index_end(na_index *index) {
    leave_row(index);
    free(index->segments);
    index->segments = NULL;
    index->segment_count = 0;
    index->stop = NULL;
}

static int number_at(const uint8_t *bytes) { return bytes[0] << 8 | bytes[1]; }

int na_index_page(na_index *index, const na_segment *segment, int64_t number, na_page *page) {
    if (na_is_stopped(index->stop)) return SQLITE_INTERRUPT;
    reader reader;
    int result = read_row(index, (segment->id << SEGMENT_SHIFT) + number, &reader);
    if (result != SQLITE_OK) return result;
    page->bytes = reader.at;
    page->size = (int)(reader.end - reader.at);
    if (page->size < NA_PAGE_HEADER || page->size > PAGE_LIMIT) return SQLITE_NOTFOUND;
    page->first_entry = number_at(page->bytes);
    page->content_end = number_at(page->bytes + 2);
    page->first_term = 0;
    if (page->content_end < NA_PAGE_HEADER || page->content_end > page->size) return SQLITE_NOTFOUND;
    if (page->content_end < page->size) {
        uint64_t first = 0;
        na_varint(page->bytes + page->content_end, reader.end, &first);
        if (first < NA_PAGE_HEADER || first >= (uint64_t)page->content_end) return SQLITE_NOTFOUND;
        page->first_term = (int)first;
    }
    int end = page->first_term ? page->first_term : page->content_end;
    int is_right = page->first_entry == 0 || (page->first_entry >= NA_PAGE_HEADER && page->first_entry < end);
    return is_right ? SQLITE_OK : SQLITE_NOTFOUND;
}

// `number` is left alone where there is no such page.
static int step_to_page(na_index *index, enum na_statement name, const na_segment *segment, const uint8_t *term,
                        size_t size, int64_t *number) {
    sqlite3_stmt *statement;
    int result = na_index_statement(index, name, &statement);
    if (result != SQLITE_OK) return result;
    sqlite3_bind_int64(statement, 1, segment->id);
    // A term is a blob, and compared as one.
    sqlite3_bind_blob64(statement, 2, term, size, SQLITE_TRANSIENT);
    result = sqlite3_step(statement);
    if (result == SQLITE_ROW) *number = sqlite3_column_int64(statement, 0);
    sqlite3_reset(statement);
    return result == SQLITE_ROW || result == SQLITE_DONE ? SQLITE_OK : result;
}

int na_index_page_of_term(na_index *index, const na_segment *segment, const uint8_t *term, size_t size,
                          int64_t *number) {
    *number = segment->first_page;
    int result = step_to_page(index, NA_PAGE_OF_TERM, segment, term, size, number);
    if (result != SQLITE_OK) return result;
    // While a segment is being merged into another one its first pages are gone, but not what was noted of them.
    if (*number < segment->first_page) *number = segment->first_page;
    return *number > segment->last_page ? SQLITE_NOTFOUND : SQLITE_OK;
}

int na_index_page_after_term(na_index *index, const na_segment *segment, const uint8_t *term, size_t size,
                             int64_t *number) {
    *number = segment->last_page + 1;
    return step_to_page(index, NA_PAGE_AFTER_TERM, segment, term, size, number);
}
