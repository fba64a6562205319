// Reads RSS, RDF and Atom: bytes in, the fields of one record after the other out.
//
// A light stage of our own stands in front of libxml2's push parser, which stops at or loses much of what
// real
// feeds hold: it balances the tags, drops DOCTYPE, declarations, comments and control characters, and gives
// meaning to stray < and &. What reaches libxml2 is well-formed, small, and names no entity that is not built
// in.

#ifndef NA_FEED_H
#define NA_FEED_H

#include <stddef.h>
#include <stdint.h>

/// An attribute; its value is in the record's text.
typedef struct na_feed_attribute {
    uint32_t code;
    size_t start;
    size_t count;
} na_feed_attribute;

/// An element; its text is in the record's text, its attributes in the record's attributes.
typedef struct na_feed_field {
    uint16_t code;
    uint16_t flags;
    uint32_t attribute_count;
    size_t first_attribute;
    size_t start;
    size_t count;
} na_feed_field;

/// Why a record is not to be kept.
enum na_feed_problem {
    NA_FEED_SOUND = 0,
    NA_FEED_NOT_UTF8,
    NA_FEED_TOO_DEEP,
    NA_FEED_TOO_LARGE,
    NA_FEED_BROKEN,
};

/// A record, or what the feed says of itself.
typedef struct na_feed_record {
    const uint8_t *text;
    const na_feed_field *fields;
    size_t field_count;
    const na_feed_attribute *attributes;
    /// The document of the dump that it is in, from 1.
    uint64_t document;
    /// Grows with each change.
    uint64_t version;
    /// One of na_feed_problem, and the place of a byte that is not UTF-8.
    int problem;
    uint64_t problem_offset;
    uint64_t problem_line;
    uint64_t offset;
    uint64_t count;
    uint64_t line;
    /// Start tags of the elements around the record.
    const uint8_t *preamble;
    size_t preamble_count;
} na_feed_record;

typedef struct na_feed na_feed;

/// A reader at the start of a dump; NULL when there is no memory.
na_feed *na_feed_create(size_t maximum_record_bytes, int maximum_depth);

void na_feed_free(na_feed *feed);

/// Reads on and stops where a record is complete. How many of the bytes it took.
///
/// Call it until it took everything and no record is there; the bytes taken may hold records yet to come.
size_t na_feed_read(na_feed *feed, const void *bytes, size_t count);

/// Says that the dump has ended. Call it until no record is there.
void na_feed_finish(na_feed *feed);

/// The record that the last call completed; valid until the next. NULL when there is none.
const na_feed_record *na_feed_completed(const na_feed *feed);

/// What the feed has said of itself, valid until the next call.
const na_feed_record *na_feed_channel(const na_feed *feed);

#endif
