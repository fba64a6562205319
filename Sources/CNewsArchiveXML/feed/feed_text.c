#ifdef NEWS_ARCHIVE_FEEDS
#include "state.h"
#include "text_run.h"

#define MOST_AT_ONCE (16u << 10)

static void reject_byte(na_feed *feed, size_t index) {
    if (feed->record_index < 0 || feed->record.problem != NA_FEED_SOUND) return;
    feed->record.problem_offset = feed->input_offset + index;
    feed->record.problem_line = na_line(feed, index);
    na_reject(feed, NA_FEED_NOT_UTF8);
}

// Goes past a character that is none of XML. 0 when its rest has not arrived.
static int skip_stop(na_feed *feed, enum na_text_stop stop) {
    switch (stop) {
        case NA_STOP_CONTROL:
            if (*na_rest(feed) == 0x0B || *na_rest(feed) == 0x0C) na_put(feed, " ", 1);
            feed->cursor++;
            return 1;
        case NA_STOP_NONCHARACTER: feed->cursor += 3; return 1;
        case NA_STOP_UNFINISHED:
            if (!feed->is_ended) return 0;
            // falls through
        case NA_STOP_NOT_UTF8:
            reject_byte(feed, feed->cursor);
            if (na_is_telling(feed)) na_put_string(feed, "\xEF\xBF\xBD");
            feed->cursor++;
            return 1;
        default: return 1;
    }
}

static na_step skip_to_tag(na_feed *feed) {
    const uint8_t *rest = na_rest(feed);
    const uint8_t *found = memchr(rest, '<', na_rest_count(feed));
    feed->cursor = found != NULL ? feed->cursor + (size_t)(found - rest) : feed->input.count;
    return found != NULL ? na_step_markup(feed) : NA_WAITS;
}

static na_step step_reference(na_feed *feed) {
    size_t width =
        na_reference_write(&feed->entities, na_rest(feed), na_rest_count(feed), feed->is_ended, &feed->output);
    if (width == SIZE_MAX) return NA_WAITS;
    if (width == 0) na_put_string(feed, "&amp;");
    feed->cursor += width > 0 ? width : 1;
    return NA_WENT_ON;
}

// `]]>` is allowed nowhere but at the end of a CDATA section.
static na_step step_bracket(na_feed *feed) {
    size_t count = na_rest_count(feed);
    if (count < 3 && !feed->is_ended) return NA_WAITS;
    int is_end = count >= 3 && memcmp(na_rest(feed), "]]>", 3) == 0;
    na_put_string(feed, is_end ? "]]&gt;" : "]");
    feed->cursor += is_end ? 3 : 1;
    return NA_WENT_ON;
}

na_step na_step_text(na_feed *feed) {
    if (na_rest_count(feed) == 0) return NA_WAITS;
    if (feed->depth == 0 || !na_is_telling(feed)) return skip_to_tag(feed);
    if (feed->output.count >= MOST_AT_ONCE) {
        na_flush(feed);
        return NA_WENT_ON;
    }
    enum na_text_stop stop;
    size_t count = na_rest_count(feed) < MOST_AT_ONCE ? na_rest_count(feed) : MOST_AT_ONCE;
    size_t run = na_text_run(na_rest(feed), count, &stop);
    na_put(feed, na_rest(feed), run);
    feed->cursor += run;
    if (stop == NA_STOP_UNFINISHED && na_rest_count(feed) >= 4) return NA_WENT_ON;
    if (stop == NA_STOP_END) return NA_WENT_ON;
    if (stop != NA_STOP_MARKUP) return skip_stop(feed, stop) ? NA_WENT_ON : NA_WAITS;
    switch (*na_rest(feed)) {
        case '<': return na_step_markup(feed);
        case '&': return step_reference(feed);
        default: return step_bracket(feed);
    }
}

// A CDATA section that was not closed ends where the element around it does: `</description>` and a tag after
// it.
static int is_end_of_holder(na_feed *feed, const uint8_t *p, size_t count, int *is_unsure) {
    const char *name = feed->depth > 0 ? feed->elements[feed->depth - 1].name : "";
    size_t length = strlen(name);
    *is_unsure = 0;
    size_t known = count - 2 < length ? count - 2 : length;
    if (length == 0 || !na_is_same_name((const char *)p + 2, name, known)) return 0;
    size_t i = 2 + known;
    if (i < count && p[i++] != '>') return 0;
    while (i < count && i < 512 && na_is_blank(p[i])) i++;
    if (i == count) {
        *is_unsure = !feed->is_ended;
        return 0;
    }
    return p[i] == '<';
}

static void put_in_cdata(na_feed *feed, const void *bytes, size_t count) {
    if (count == 0) return;
    // libxml2 gets whole sections, for it would keep an unfinished one and search it again with every piece.
    na_put_string(feed, "<![CDATA[");
    na_put(feed, bytes, count);
    na_put_string(feed, "]]>");
}

static na_step step_in_cdata(na_feed *feed, size_t run, enum na_text_stop stop) {
    const uint8_t *p = na_rest(feed) + run;
    size_t count = na_rest_count(feed) - run;
    size_t taken = 1;
    int is_unsure = 0;
    if (stop == NA_STOP_MARKUP && *p == ']') {
        is_unsure = count < 3 && !feed->is_ended;
        if (count >= 3 && memcmp(p, "]]>", 3) == 0) {
            if (na_is_telling(feed)) put_in_cdata(feed, na_rest(feed), run);
            feed->cursor += run + 3;
            feed->mode = NA_IN_TEXT;
            return NA_WENT_ON;
        }
    } else if (stop == NA_STOP_MARKUP && *p == '<') {
        is_unsure = count < 2 && !feed->is_ended;
        if (count >= 2 && p[1] == '/' && is_end_of_holder(feed, p, count, &is_unsure)) {
            feed->mode = NA_IN_TEXT;
            taken = 0;
        }
    }
    if (is_unsure) taken = 0;
    if (na_is_telling(feed)) put_in_cdata(feed, na_rest(feed), run + (stop == NA_STOP_MARKUP ? taken : 0));
    feed->cursor += run + (stop == NA_STOP_MARKUP ? taken : 0);
    if (is_unsure) return NA_WAITS;
    if (stop == NA_STOP_UNFINISHED && na_rest_count(feed) >= 4) return NA_WENT_ON;
    return skip_stop(feed, stop) ? NA_WENT_ON : NA_WAITS;
}

// As much of a section as has no end in it, though brackets and tags.
static size_t cdata_run(na_feed *feed, const uint8_t *p, size_t count, enum na_text_stop *stop) {
    const char *name = feed->depth > 0 ? feed->elements[feed->depth - 1].name : "";
    for (size_t run = 0;;) {
        run += na_text_run(p + run, count - run, stop);
        if (*stop != NA_STOP_MARKUP || count - run < 3) return run;
        if (p[run] == '<' && p[run + 1] == '/' && na_lower((char)p[run + 2]) == na_lower(name[0])) return run;
        if (p[run] == ']' && p[run + 1] == ']') return run;
        run++;
    }
}

na_step na_step_cdata(na_feed *feed) {
    if (na_rest_count(feed) == 0) return NA_WAITS;
    if (feed->output.count >= MOST_AT_ONCE) na_flush(feed);
    enum na_text_stop stop;
    size_t count = na_rest_count(feed) < MOST_AT_ONCE ? na_rest_count(feed) : MOST_AT_ONCE;
    size_t run = cdata_run(feed, na_rest(feed), count, &stop);
    return step_in_cdata(feed, run, stop);
}

void na_put_value(na_feed *feed, const uint8_t *value, size_t count, na_bytes *to) {
    for (size_t i = 0; i < count;) {
        enum na_text_stop stop;
        size_t run = na_text_run(value + i, count - i, &stop);
        for (size_t end = i + run; i < end;) {
            const uint8_t *quote = memchr(value + i, '"', end - i);
            size_t plain = quote != NULL ? (size_t)(quote - value) - i : end - i;
            na_bytes_append(to, value + i, plain);
            if (quote != NULL) na_bytes_append_string(to, "&quot;");
            i += plain + (quote != NULL);
        }
        if (i == count) break;
        size_t width = value[i] == '&' ? na_reference_write(&feed->entities, value + i, count - i, 1, to) : 0;
        if (width > 0) {
            i += width;
            continue;
        }
        if (stop == NA_STOP_NOT_UTF8 || stop == NA_STOP_UNFINISHED) {
            reject_byte(feed, (size_t)(value - feed->input.bytes) + i);
            na_bytes_append_string(to, "\xEF\xBF\xBD");
        } else if (stop == NA_STOP_NONCHARACTER) {
            i += 2;
        } else if (value[i] == '<' || value[i] == '&') {
            na_bytes_append_string(to, value[i] == '<' ? "&lt;" : "&amp;");
        } else if (value[i] == ']') {
            na_bytes_append_byte(to, ']');
        }
        i++;
    }
}
#endif
