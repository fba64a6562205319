// Makes records of the events that libxml2 reports.

#ifndef NA_BUILDER_H
#define NA_BUILDER_H

#include <libxml/parser.h>

#include "bytes.h"
#include "feed.h"
#include "names.h"

#define NA_DEEPEST 300
#define NA_OPEN_FIELDS 8
#define NA_CACHED_NAMES 128

/// The parts of a record while they arrive.
typedef struct na_draft {
    na_bytes text;
    na_feed_field *fields;
    size_t field_count, field_capacity;
    na_feed_attribute *attributes;
    size_t attribute_count, attribute_capacity;
    uint64_t version;
} na_draft;

/// A field whose end tag is still to come.
typedef struct na_open_field {
    int depth;
    size_t field;
    enum na_feed_code code;
    /// Elements in it are written out as HTML.
    int holds_markup;
    /// Text in it is escaped again, for it is XHTML.
    int is_escaping;
    int is_closed;
} na_open_field;

/// xml:lang or xml:base of an open element.
typedef struct na_inherited {
    int depth;
    enum na_feed_attribute_code code;
    size_t start, count;
} na_inherited;

typedef struct na_builder {
    na_draft channel;
    na_draft record;
    size_t limit;
    int depth;
    /// Where the record's element is; 0 when none is open.
    int record_depth;
    /// Where the fields of the open record stand.
    int field_depth;
    /// Where channel or feed is; its fields stand below.
    int channel_depth;
    /// Elements are reported again to a new context: they say nothing new.
    int is_replaying;
    int is_too_large;
    enum na_feed_code codes[NA_DEEPEST + 2];
    na_open_field open[NA_OPEN_FIELDS];
    int open_count;
    na_inherited inherited[NA_DEEPEST];
    int inherited_count;
    na_bytes inherited_text;
    struct {
        const xmlChar *local, *prefix, *uri;
        na_name name;
    } cache[NA_CACHED_NAMES];
} na_builder;

void na_draft_clear(na_draft *draft);
void na_builder_free(na_builder *builder);

/// Forgets what a libxml2 context has told, for a new one begins.
void na_builder_restart(na_builder *builder);

/// Tells libxml2 which events are wanted.
void na_builder_handlers(xmlSAXHandler *handlers);

#endif
