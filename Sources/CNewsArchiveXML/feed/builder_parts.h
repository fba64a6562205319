// What a builder does to its drafts, their fields, and what these inherit.

#ifndef NA_BUILDER_PARTS_H
#define NA_BUILDER_PARTS_H

#include "builder.h"

// draft.c
void na_draft_free(na_draft *draft);
/// What is being filled: the open record, or else the channel.
na_draft *na_builder_draft(na_builder *builder);
/// Whether so many more bytes fit; a record that they do not fit into is too large.
int na_builder_has_room(na_builder *builder, size_t more);
void na_builder_append(na_builder *builder, const void *bytes, size_t count);
void na_builder_append_string(na_builder *builder, const char *text);
void na_builder_append_escaped(na_builder *builder, const char *text, size_t count);
void na_builder_add_attribute(
    na_builder *builder, enum na_feed_attribute_code code, const void *value, size_t count);

// inherited.c
/// Remembers xml:lang or xml:base of the element that begins.
void na_builder_inherit(
    na_builder *builder, enum na_feed_attribute_code code, const xmlChar *value, size_t count);
/// Forgets those of the element that ends.
void na_builder_disinherit(na_builder *builder);
/// Adds those that apply here to the attributes of the field that begins.
void na_builder_add_inherited(na_builder *builder);

// field.c
void na_builder_begin_field(
    na_builder *builder, na_name name, int attribute_count, const xmlChar **attributes);
void na_builder_end_field(na_builder *builder);
/// Whether the element that begins is a field where it stands.
int na_builder_stands_as_field(na_builder *builder, na_name name);
/// Whether an element within a field is one that belongs beside it: its end tag was forgotten.
int na_ends_field(na_open_field *field, na_name name, const xmlChar *prefix);

#endif
