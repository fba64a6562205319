#include "run.h"

#include <stdlib.h>
#include <string.h>

// Makes room for `count` elements of `size` bytes.
static int reserve(void *array, size_t *capacity, size_t count, size_t size) {
    if (count <= *capacity) return SQLITE_OK;
    size_t wanted = count > *capacity * 2 ? count : *capacity * 2;
    void **pointer = array;
    void *grown = realloc(*pointer, wanted * size);
    if (grown == NULL) return SQLITE_NOMEM;
    *pointer = grown;
    *capacity = wanted;
    return SQLITE_OK;
}

// MARK: The stretches of a run

// Counts what begins between two places of a page.
static int survey_stretch(na_run *run, const na_page *page, int64_t number, int start, int end) {
    const uint8_t *at = page->bytes + start, *stop = page->bytes + end;
    int64_t first_id = 0, id = 0;
    for (int is_first = 1; at < stop; is_first = 0) {
        uint64_t step, size;
        int head = na_entry_head(at, stop, &step, &size);
        if (head == 0) return SQLITE_NOTFOUND;
        id = is_first ? (int64_t)step : (int64_t)((uint64_t)id + step);
        if (is_first) first_id = id;
        if (size >> 1) run->documents++;
        else run->deletions++;
        at += head;
        if (size >> 1 > (uint64_t)(stop - at)) break;
        at += size >> 1;
    }
    int result = reserve(&run->stretches, &run->stretch_capacity, run->stretch_count + 1, sizeof *run->stretches);
    if (result != SQLITE_OK) return result;
    run->stretches[run->stretch_count++] = (na_stretch){first_id, (uint32_t)number, (uint16_t)start, (uint16_t)end};
    return SQLITE_OK;
}

// Where the entries of a doclist stand on a page behind its first one; false when it ended before.
static int goes_on(const na_page *page, int *start, int *end) {
    *start = page->first_entry;
    *end = page->first_term ? page->first_term : page->content_end;
    return page->first_entry != 0 || page->first_term == 0;
}

static int read_stretches(na_run *run) {
    const na_doclist *doclist = &run->doclist;
    na_page page;
    int result = na_index_page(run->index, doclist->segment, doclist->page, &page);
    if (result != SQLITE_OK) return result;
    int start = doclist->start, end = doclist->end;
    if (end > page.content_end) return SQLITE_NOTFOUND;
    for (int64_t number = doclist->page;;) {
        if (start != 0 && start < end) result = survey_stretch(run, &page, number, start, end);
        if (result != SQLITE_OK || end < page.content_end || ++number > doclist->segment->last_page) return result;
        result = na_index_page(run->index, doclist->segment, number, &page);
        if (result != SQLITE_OK || !goes_on(&page, &start, &end)) return result;
    }
}

// Only what was surveyed to its end is kept: an error leaves it unfinished.
int na_run_survey(na_run *run) {
    const na_doclist *doclist = &run->doclist;
    na_surveys *surveys = &run->index->surveys;
    const na_survey *known = na_surveys_find(surveys, doclist->segment->id, doclist->page, doclist->start);
    if (known != NULL) {
        run->stretches = known->stretches;
        run->stretch_count = known->stretch_count;
        run->documents = known->documents;
        run->deletions = known->deletions;
        run->is_kept = 1;
        return SQLITE_OK;
    }
    int result = read_stretches(run);
    na_survey survey = {
        .segment = doclist->segment->id,
        .page = doclist->page,
        .start = doclist->start,
        .stretches = run->stretches,
        .stretch_count = run->stretch_count,
        .documents = run->documents,
        .deletions = run->deletions};
    if (result == SQLITE_OK && surveys->count == 0 && run->stretch_count >= NA_SHORTEST_SURVEY)
        result = na_index_check_surveys(run->index);
    if (result == SQLITE_OK) run->is_kept = na_surveys_keep(surveys, &survey);
    return result;
}

static int append_bytes(na_run *run, const uint8_t *bytes, size_t count) {
    int result = reserve(&run->bytes, &run->byte_capacity, run->byte_count + count, 1);
    if (result != SQLITE_OK) return result;
    memcpy(run->bytes + run->byte_count, bytes, count);
    run->byte_count += count;
    return SQLITE_OK;
}

// The positions of the last entry of a page may go on for pages.
static int append_rest(na_run *run, int64_t number, size_t missing) {
    while (missing > 0) {
        na_page page;
        if (++number > run->doclist.segment->last_page) return SQLITE_NOTFOUND;
        int result = na_index_page(run->index, run->doclist.segment, number, &page);
        if (result != SQLITE_OK) return result;
        int end = page.first_entry ? page.first_entry : page.first_term ? page.first_term : page.content_end;
        size_t count = (size_t)(end - NA_PAGE_HEADER);
        if (count > missing) count = missing;
        if (count < missing && end < page.content_end) return SQLITE_NOTFOUND;
        result = append_bytes(run, page.bytes + NA_PAGE_HEADER, count);
        if (result != SQLITE_OK) return result;
        missing -= count;
    }
    return SQLITE_OK;
}

static int reserve_entries(na_run *run, int count) {
    if (count <= run->capacity) return SQLITE_OK;
    int capacity = count > run->capacity * 2 ? count : run->capacity * 2;
    int64_t *ids = realloc(run->ids, (size_t)capacity * sizeof *ids);
    if (ids != NULL) run->ids = ids;
    uint32_t *starts = realloc(run->starts, (size_t)capacity * sizeof *starts);
    if (starts != NULL) run->starts = starts;
    uint32_t *sizes = realloc(run->sizes, (size_t)capacity * sizeof *sizes);
    if (sizes != NULL) run->sizes = sizes;
    if (ids == NULL || starts == NULL || sizes == NULL) return SQLITE_NOMEM;
    run->capacity = capacity;
    return SQLITE_OK;
}

// Reads the entries of the bytes at hand; says how many bytes of the last one's positions are missing.
static int read_entries(na_run *run, size_t *missing) {
    // An entry has two bytes at least.
    int result = reserve_entries(run, (int)(run->byte_count / 2 + 1));
    if (result != SQLITE_OK) return result;
    const uint8_t *at = run->bytes, *stop = run->bytes + run->byte_count;
    int64_t id = 0;
    int count = 0;
    *missing = 0;
    while (at < stop) {
        uint64_t step, size;
        int head = na_entry_head(at, stop, &step, &size);
        if (head == 0 || size >> 1 > INT32_MAX) return SQLITE_NOTFOUND;
        int64_t next = count == 0 ? (int64_t)step : (int64_t)((uint64_t)id + step);
        // The least integer has no negative, which its key would be.
        if (next == INT64_MIN || (count > 0 && next <= id)) return SQLITE_NOTFOUND;
        id = next;
        at += head;
        size >>= 1;
        run->ids[count] = id;
        run->starts[count] = (uint32_t)(at - run->bytes);
        run->sizes[count++] = (uint32_t)size;
        size_t left = (size_t)(stop - at);
        if (size > left) *missing = size - left;
        at = size > left ? stop : at + size;
    }
    run->count = count;
    return count > 0 ? SQLITE_OK : SQLITE_NOTFOUND;
}

static int load_stretch(na_run *run, size_t number) {
    const na_stretch *stretch = &run->stretches[number];
    run->count = 0;
    run->current = number;
    na_page page;
    int result = na_index_page(run->index, run->doclist.segment, stretch->page, &page);
    if (result != SQLITE_OK) return result;
    if (stretch->end > page.content_end) return SQLITE_NOTFOUND;
    run->byte_count = 0;
    result = append_bytes(run, page.bytes + stretch->start, (size_t)(stretch->end - stretch->start));
    size_t missing = 0;
    if (result == SQLITE_OK) result = read_entries(run, &missing);
    if (result == SQLITE_OK) result = append_rest(run, stretch->page, missing);
    return result;
}

// MARK: Moving through a run

// The last of `count` ascending numbers that is not above `limit`; -1 for none. `start` is known not to be above it.
static int last_at_most(const int64_t *ids, int count, int start, int64_t limit) {
    int low = start, step = 1;
    while (low + step < count && ids[low + step] <= limit) {
        low += step;
        step *= 2;
    }
    int high = low + step < count ? low + step : count;
    while (high - low > 1) {
        int middle = low + (high - low) / 2;
        if (ids[middle] <= limit) low = middle;
        else high = middle;
    }
    return low;
}

// The last stretch that begins not behind an id, the first one if none does.
static size_t stretch_of(const na_run *run, int64_t id) {
    size_t low = 0, high = run->stretch_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (run->stretches[middle].first_id <= id) low = middle;
        else high = middle;
    }
    return low;
}

static int end_run(na_run *run) {
    run->key = NA_NO_KEY;
    return SQLITE_OK;
}

static int stand(na_run *run, int at, int is_backward) {
    run->at = at;
    run->key = is_backward ? -run->ids[at] : run->ids[at];
    return SQLITE_OK;
}

static int advance_upwards(na_run *run, int64_t id) {
    int result = SQLITE_OK;
    if (run->count == 0 || run->ids[run->count - 1] < id) {
        size_t number = stretch_of(run, id);
        if (run->count == 0 || number > run->current) result = load_stretch(run, number);
        if (result == SQLITE_OK && run->ids[run->count - 1] < id) {
            if (run->current + 1 == run->stretch_count) return end_run(run);
            result = load_stretch(run, run->current + 1);
        }
        if (result != SQLITE_OK) return result;
        // What was surveyed is not what is read now.
        if (run->ids[run->count - 1] < id) return SQLITE_NOTFOUND;
        run->at = 0;
    }
    if (run->ids[run->at] < id) run->at = last_at_most(run->ids, run->count, run->at, id - 1) + 1;
    return stand(run, run->at, 0);
}

static int advance_downwards(na_run *run, int64_t id) {
    if (run->stretches[0].first_id > id) return end_run(run);
    if (run->count == 0 || run->ids[0] > id) {
        int result = load_stretch(run, stretch_of(run, id));
        if (result != SQLITE_OK) return result;
        if (run->ids[0] > id) return SQLITE_NOTFOUND;
        run->at = run->count - 1;
    }
    // The next one is often the one before.
    if (run->at > 0 && run->ids[run->at] > id && run->ids[run->at - 1] <= id) return stand(run, run->at - 1, 1);
    return stand(run, last_at_most(run->ids, run->count, 0, id), 1);
}

int na_run_advance(na_run *run, na_key key, int is_backward) {
    if (run->key >= key) return SQLITE_OK;
    if (run->stretch_count == 0) return end_run(run);
    return is_backward ? advance_downwards(run, -key) : advance_upwards(run, key);
}

void na_run_close(na_run *run) {
    if (!run->is_kept) free(run->stretches);
    free(run->bytes);
    free(run->ids);
    free(run->starts);
    free(run->sizes);
}
