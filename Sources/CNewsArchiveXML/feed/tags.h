// Tags: where they end, what they hold, and the elements that they end.

#ifndef NA_TAGS_H
#define NA_TAGS_H

#include "state.h"

// tag_scan.c
enum { NA_TAG_WAITS, NA_TAG_ENDS, NA_TAG_IS_NONE };

/// Finds the end of the tag at the cursor.
///
/// It goes on where it stopped when the bytes ran out, so that pieces of one byte cost no more.
int na_find_tag_end(na_feed *feed, size_t *end);
/// Forgets how far the tag's end was looked for.
void na_forget_scan(na_feed *feed);
/// Copies a name and makes it one that XML with namespaces allows. The bytes that it has in the dump.
size_t na_read_name(const uint8_t *p, size_t count, char *name);

// tag_attributes.c
/// Writes the attributes anew: quoted, each once, with nothing in them that XML does not allow.
void na_write_attributes(na_feed *feed, const uint8_t *p, size_t i, size_t end, na_bytes *tag);

// feed_end_tags.c
/// Ends elements until so many are open.
void na_close_to(na_feed *feed, int depth);
/// Ends the open record, whose bytes end before this index of the input.
void na_end_record(na_feed *feed, size_t end);

#endif
