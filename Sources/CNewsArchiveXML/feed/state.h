// The stage in front of libxml2: its state, and the parts that it is made of.

#ifndef NA_FEED_STATE_H
#define NA_FEED_STATE_H

#include "builder.h"
#include "bytes.h"
#include "feed.h"
#include "references.h"

/// Longer tags lose their attributes.
#define NA_LONGEST_TAG (256u << 10)
#define NA_LONGEST_NAME 64
#define NA_MOST_ATTRIBUTES 128

/// What a step of the stage came to.
typedef enum na_step {
    /// It cannot go on without more bytes.
    NA_WAITS,
    NA_WENT_ON,
    /// A record is complete.
    NA_HAS_RECORD,
} na_step;

/// What the bytes at the cursor are part of.
typedef enum na_mode {
    NA_IN_TEXT,
    NA_IN_CDATA,
    NA_IN_COMMENT,
    /// The rest of a tag that is too long.
    NA_IN_LONG_TAG,
    NA_IN_DOCTYPE,
} na_mode;

typedef struct na_element {
    char name[NA_LONGEST_NAME + 1];
    /// Its start tag in `tags`, for a new context and for the preamble; none within a record.
    size_t tag, tag_count;
} na_element;

struct na_feed {
    size_t limit;
    int deepest;

    /// Bytes that have arrived and are not dealt with: those from `cursor` on.
    na_bytes input;
    size_t cursor;
    /// The dump's offset of the first byte of `input`.
    uint64_t input_offset;
    /// Lines that ended before `counted`, which is an index of `input`.
    uint64_t line;
    size_t counted;
    int is_ended;
    na_mode mode;
    /// How far behind the cursor the end of a tag was looked for, the quote that is open there, and the first
    /// >
    /// within it.
    size_t scanned;
    uint8_t quote;
    size_t end_in_quote;
    int is_after_equals;
    int is_after_slash;
    /// Depth of brackets in a DOCTYPE.
    int is_in_subset;

    na_element *elements;
    int depth;
    /// Elements that libxml2 was told of: the first so many.
    int told;
    /// Elements beyond the deepest.
    uint64_t overflow;
    na_bytes tags;
    na_entities entities;

    /// Where the open record's element is among the elements; -1 when none is open.
    int record_index;
    na_feed_record record;
    int has_record;
    na_bytes preamble;
    na_feed_record channel;
    uint64_t document;

    na_bytes output;
    xmlParserCtxtPtr context;
    xmlSAXHandler handlers;
    na_builder builder;
};

// feed_output.c
void na_put(na_feed *feed, const void *bytes, size_t count);
void na_put_string(na_feed *feed, const char *text);
void na_flush(na_feed *feed);
void na_end_context(na_feed *feed);

// feed_text.c
na_step na_step_text(na_feed *feed);
na_step na_step_cdata(na_feed *feed);
/// Writes a value between quotes.
void na_put_value(na_feed *feed, const uint8_t *value, size_t count, na_bytes *to);

// feed_markup.c
na_step na_step_markup(na_feed *feed);
na_step na_step_comment(na_feed *feed);
na_step na_step_doctype(na_feed *feed);

// feed_start_tags.c
na_step na_step_start_tag(na_feed *feed);
na_step na_step_long_tag(na_feed *feed);

// feed_end_tags.c
na_step na_step_end_tag(na_feed *feed);
/// Ends everything that is open. NA_HAS_RECORD when a record was.
na_step na_end_document(na_feed *feed);

// feed.c
void na_reject(na_feed *feed, int problem);
void na_begin_record(na_feed *feed, uint64_t offset, uint64_t line);
void na_complete_record(na_feed *feed, uint64_t end);
uint64_t na_line(na_feed *feed, size_t index);

static inline const uint8_t *na_rest(const na_feed *feed) { return feed->input.bytes + feed->cursor; }
static inline size_t na_rest_count(const na_feed *feed) { return feed->input.count - feed->cursor; }
static inline uint64_t na_offset(const na_feed *feed) { return feed->input_offset + feed->cursor; }

/// Whether what is read goes to libxml2: not the rest of a record that is rejected, and nothing too deep.
static inline int na_is_telling(const na_feed *feed) {
    return feed->overflow == 0 && !(feed->record_index >= 0 && feed->record.problem != NA_FEED_SOUND);
}

static inline int na_is_letter(uint8_t c) { return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_'; }
static inline int na_is_blank(uint8_t c) { return c == ' ' || (c >= 0x09 && c <= 0x0D); }

#endif
