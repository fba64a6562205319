#ifdef NEWS_ARCHIVE_FEEDS
#include "builder_parts.h"

static int may_hold_markup(enum na_feed_code code) {
    switch (code) {
        case NA_FEED_TITLE: case NA_FEED_DESCRIPTION: case NA_FEED_SUMMARY: case NA_FEED_CONTENT:
        case NA_FEED_ENCODED: case NA_FEED_FULL_TEXT: case NA_FEED_XHTML: case NA_FEED_SUBTITLE:
        case NA_FEED_MEDIA_DESCRIPTION: case NA_FEED_MEDIA_TEXT: case NA_FEED_ITUNES_SUMMARY:
        case NA_FEED_DC_TITLE: case NA_FEED_DC_DESCRIPTION: case NA_FEED_MEDIA_TITLE: return 1;
        default: return 0;
    }
}

static int is_transparent(enum na_feed_code code) {
    return code == NA_FEED_MEDIA_GROUP || code == NA_FEED_MEDIA_CONTENT || code == NA_FEED_CONTAINER;
}

int na_ends_field(na_open_field *field, na_name name, const xmlChar *prefix) {
    if (field->is_escaping) return 0;
    switch (name.code) {
        case NA_FEED_LINK: case NA_FEED_TITLE: return field->code == NA_FEED_TITLE && name.vocabulary == NA_CORE;
        case NA_FEED_GUID: case NA_FEED_DESCRIPTION: case NA_FEED_ENCODED: case NA_FEED_PUB_DATE:
        case NA_FEED_PUBLISHED: case NA_FEED_ENCLOSURE: case NA_FEED_CREATOR: case NA_FEED_UPDATED: return 1;
        default: return prefix != NULL && name.code != NA_FEED_NOTHING && name.vocabulary != NA_XHTML;
    }
}

static int ends_with(const xmlChar *text, size_t count, const char *end) {
    size_t length = strlen(end);
    return count >= length && na_is_same_name((const char *)text + count - length, end, length);
}

// Attributes that say what the text of their element is.
static void note_kind(na_open_field *field, na_feed_field *to, enum na_feed_attribute_code code,
                      const xmlChar *value, size_t count) {
    if (!field->holds_markup) return;
    int is_xml = code == NA_FEED_MODE ? count == 3 && ends_with(value, count, "xml")
                                      : code == NA_FEED_TYPE && (ends_with(value, count, "xhtml") ||
                                            ends_with(value, count, "+xml") || ends_with(value, count, "/xml"));
    if (is_xml) {
        field->is_escaping = 1;
        to->flags |= NA_FEED_IS_MARKUP;
    }
}

void na_builder_end_field(na_builder *builder) {
    na_open_field *field = &builder->open[--builder->open_count];
    na_draft *to = na_builder_draft(builder);
    if (!field->is_closed) to->fields[field->field].count = to->text.count - to->fields[field->field].start;
    to->version++;
}

void na_builder_begin_field(
    na_builder *builder, na_name name, int attribute_count, const xmlChar **attributes) {
    na_draft *to = na_builder_draft(builder);
    if (builder->open_count == NA_OPEN_FIELDS || !na_builder_has_room(builder, sizeof(na_feed_field))) return;
    if (!na_array_reserve((void **)&to->fields, to->field_count, &to->field_capacity, sizeof *to->fields)) {
        to->text.is_short = 1;
        return;
    }
    na_open_field *outer = builder->open_count > 0 ? &builder->open[builder->open_count - 1] : NULL;
    if (outer != NULL && !outer->is_closed) {
        na_feed_field *field = &to->fields[outer->field];
        field->count = to->text.count - field->start;
        outer->is_closed = 1;
    }
    na_open_field *open = &builder->open[builder->open_count++];
    *open = (na_open_field){.depth = builder->depth, .field = to->field_count, .code = name.code,
                            .holds_markup = may_hold_markup(name.code),
                            .is_escaping = name.vocabulary == NA_XHTML};
    na_feed_field *field = &to->fields[to->field_count++];
    *field = (na_feed_field){.code = (uint16_t)name.code, .flags = (uint16_t)name.flags,
                             .first_attribute = to->attribute_count};
    if (open->is_escaping) field->flags |= NA_FEED_IS_MARKUP;
    if (builder->depth > (builder->record_depth > 0 ? builder->field_depth : builder->channel_depth + 1))
        field->flags |= NA_FEED_IS_INNER;
    for (int i = 0; i < attribute_count; i++, attributes += 5) {
        enum na_feed_attribute_code code = na_attribute_code(
            (const char *)attributes[0], (const char *)attributes[1], (const char *)attributes[2]);
        size_t count = (size_t)(attributes[4] - attributes[3]);
        if (code == NA_FEED_NO_ATTRIBUTE || code == NA_FEED_BASE || code == NA_FEED_LANG) continue;
        na_builder_add_attribute(builder, code, attributes[3], count);
        note_kind(open, field, code, attributes[3], count);
    }
    na_builder_add_inherited(builder);
    field->attribute_count = (uint32_t)(to->attribute_count - field->first_attribute);
    field->start = to->text.count;
}

int na_builder_stands_as_field(na_builder *builder, na_name name) {
    enum na_feed_code parent = builder->codes[builder->depth - 1];
    if (name.code == NA_FEED_NOTHING || name.code <= NA_FEED_ITEM) return 0;
    if (name.code == NA_FEED_NAME || name.code == NA_FEED_EMAIL) return parent == NA_FEED_AUTHOR;
    if (is_transparent(parent)) return 1;
    // dc:creator holds a foaf:Person now and then, and CDF has an author in one, too.
    if (builder->open_count > 0 && parent != NA_FEED_CATEGORY) return parent == NA_FEED_AUTHOR;
    if (builder->record_depth > 0) return builder->depth == builder->field_depth;
    return builder->depth == builder->channel_depth + 1;
}
#endif
